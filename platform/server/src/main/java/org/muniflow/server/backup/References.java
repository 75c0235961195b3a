package org.muniflow.server.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Lets rows be loaded in any order, and checks afterwards that what they refer to is there. */
final class References {

    private final Connection connection;
    private final boolean postgresql;
    private final List<String> again = new ArrayList<>();

    References(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgresql = Snapshot.postgresql(connection);
    }

    void loosen() throws SQLException {
        if (!postgresql) {
            run("set referential_integrity false");
            return;
        }
        List<String> drops = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select c.conrelid::regclass::text, quote_ident(c.conname),"
                        + " pg_get_constraintdef(c.oid) from pg_constraint c"
                        + " join pg_namespace n on n.oid = c.connamespace"
                        + " where c.contype = 'f' and n.nspname not in ('pg_catalog', 'information_schema')")) {
            while (row.next()) {
                drops.add("alter table " + row.getString(1) + " drop constraint " + row.getString(2));
                again.add("alter table " + row.getString(1) + " add constraint " + row.getString(2) + " "
                        + row.getString(3));
            }
        }
        for (String drop : drops) {
            run(drop);
        }
    }

    void tighten(List<Table> tables) throws SQLException {
        if (!postgresql) {
            run("set referential_integrity true");
            for (Table table : tables) {
                run("alter table " + table.quoted() + " set referential_integrity true check");
            }
            return;
        }
        for (String constraint : again) {
            run(constraint);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
