package org.muniflow.casework.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cases in which a reading is known to have mattered: those in which one of its clocks ran. */
public final class ReadingCases {

    private final JdbcClient jdbc;

    ReadingCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A case in which a reading mattered.
     *
     * @param caseNumber the case
     * @param clockId the clock by which it mattered
     */
    public record Mattered(String caseNumber, String clockId) {}

    /**
     * Returns the latest cases in which a reading mattered.
     *
     * @param reading the reading
     * @param processes the processes whose cases may be read
     * @param limit how many at most
     * @return the cases, the latest first; empty for a reading without clocks
     */
    public List<Mattered> of(Reading reading, Collection<String> processes, int limit) {
        if (reading.clocks().isEmpty() || processes.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        String order = " order by started_at desc fetch first " + limit + " rows only";
        for (String clock : reading.clocks()) {
            parts.add(
                    "(select case_number, clock_id, started_at from muniflow.clock where clock_id = ? and process_key in ("
                            + String.join(
                                    ", ", processes.stream().map(process -> "?").toList()) + ")" + order + ")");
            values.add(clock);
            values.addAll(processes);
        }
        Map<String, Mattered> found = new LinkedHashMap<>();
        jdbc.sql("select case_number, clock_id from (" + String.join(" union all ", parts) + ") ran" + order)
                .params(values)
                .query(row -> {
                    found.putIfAbsent(row.getString(1), new Mattered(row.getString(1), row.getString(2)));
                });
        return List.copyOf(found.values());
    }
}
