package org.muniflow.samplepermits;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The findings of inspections. */
final class Inspections {

    private final JdbcClient jdbc;

    Inspections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(String requestId, String finding, String by, LocalDate on) {
        jdbc.sql("insert into sample_permits.inspection (request_id, finding, inspected_by) values (?, ?, ?)")
                .params(requestId, finding, by)
                .update();
        jdbc.sql("update sample_permits.request set inspected_on = ? where id = ?")
                .params(on, requestId)
                .update();
    }
}
