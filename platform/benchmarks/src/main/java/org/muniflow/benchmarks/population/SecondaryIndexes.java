package org.muniflow.benchmarks.population;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the indexes that prove nothing off a table while millions of rows come, and makes them again after it. */
final class SecondaryIndexes {

    private final JdbcClient jdbc;
    private final List<String> taken = new ArrayList<>();

    SecondaryIndexes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Index(String name, String definition) {}

    void takeOff(String table) {
        jdbc.sql("select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index"
                        + " where indrelid = ?::regclass and not indisunique")
                .param(table)
                .query(Index.class)
                .list()
                .forEach(index -> {
                    jdbc.sql("drop index " + index.name()).update();
                    taken.add(index.definition());
                });
    }

    void putBack(Consumer<String> progress) {
        for (int i = 0; i < taken.size(); i++) {
            if (i % 10 == 0) {
                progress.accept("index " + (i + 1) + " of " + taken.size());
            }
            jdbc.sql(taken.get(i)).update();
        }
        taken.clear();
    }
}
