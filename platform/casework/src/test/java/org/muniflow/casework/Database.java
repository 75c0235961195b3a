package org.muniflow.casework;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** A fresh H2 database with the platform's tables. */
public final class Database {

    private Database() {}

    /** Makes a database in memory and migrates it. */
    public static DataSource fresh() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        return migrated(database);
    }

    /** Migrates a database. */
    public static DataSource migrated(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .table("schema_history")
                .locations("classpath:db/muniflow")
                .load()
                .migrate();
        return database;
    }
}
