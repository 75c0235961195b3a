package org.muniflow.civilrights.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muniflow.testkit.City;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every row of the engine's run-time, history and byte tables, searched for values that must not be there. */
final class EngineTables {

    private final JdbcTemplate jdbc;

    EngineTables(City city) {
        this.jdbc = city.bean(JdbcTemplate.class);
    }

    /** Where the values were found: table, column, value. */
    List<String> searched(String... values) {
        List<String> tables = jdbc.queryForList(
                "select table_name from information_schema.tables where lower(table_name) like 'act\\_%' escape '\\'",
                String.class);
        List<String> found = new ArrayList<>();
        int rows = 0;
        for (String table : tables) {
            for (Map<String, Object> row : jdbc.queryForList("select * from " + table)) {
                rows++;
                row.forEach((column, cell) -> {
                    String text = cell instanceof byte[] bytes
                            ? new String(bytes, StandardCharsets.UTF_8)
                            : String.valueOf(cell);
                    for (String value : values) {
                        if (text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT))) {
                            found.add(table + "." + column + ": " + value);
                        }
                    }
                });
            }
        }
        if (rows == 0) {
            throw new IllegalStateException("The engine's tables were not found; the search proves nothing");
        }
        return found;
    }
}
