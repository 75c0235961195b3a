package org.muniflow.casework.cases;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.muniflow.casework.Database;
import org.muniflow.casework.OnPostgres;

class GapFreeNumbersOnPostgresTest extends GapFreeNumbersTest {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    DataSource database() {
        try {
            return Database.migrated(OnPostgres.fresh("numbers_" + DATABASES.incrementAndGet()));
        } catch (Exception failure) {
            throw new IllegalStateException("PostgreSQL made no database", failure);
        }
    }
}
