package org.muniflow.casework;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A fresh database with the platform's tables. */
public final class Database {

    private Database() {}

    /** Makes a database and migrates it. */
    public static DataSource fresh() {
        DataSource database = TestServer.database();
        Flyway.configure()
                .dataSource(database)
                .table("schema_history")
                .locations("classpath:db/muniflow")
                .load()
                .migrate();
        return database;
    }
}
