package org.muniflow.samplepermits;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.UnknownRecord;
import org.muniflow.samplepermits.Request.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The department's records. */
final class Requests {

    private final JdbcClient jdbc;

    Requests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Request request) {
        jdbc.sql("insert into sample_permits.request (id, applicant, street, city, days, received_on, status)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(request.id(), request.applicant(), request.street(), request.city(), request.days())
                .params(request.receivedOn(), request.status().name())
                .update();
    }

    /**
     * Reads a request.
     *
     * @param id the record's id
     * @return the request
     * @throws UnknownRecord when there is none
     */
    Request get(String id) {
        return jdbc.sql("select id, applicant, street, city, days, received_on, status, fee"
                        + " from sample_permits.request where id = ?")
                .param(id)
                .query((row, number) -> new Request(
                        row.getString("id"),
                        row.getString("applicant"),
                        row.getString("street"),
                        row.getString("city"),
                        row.getInt("days"),
                        row.getObject("received_on", LocalDate.class),
                        Status.valueOf(row.getString("status")),
                        row.getBigDecimal("fee")))
                .optional()
                .orElseThrow(() -> new UnknownRecord(id));
    }

    void inCase(String id, String caseNumber) {
        change(id, "case_number = ?", caseNumber);
    }

    void assess(String id, BigDecimal fee) {
        change(id, "fee = ?", fee);
    }

    void decide(String id, Status status, @Nullable String reason, LocalDate on) {
        change(id, "status = ?, decision_reason = ?, decided_on = ?", status.name(), reason, on);
    }

    void issue(String id, LocalDate on) {
        change(id, "status = ?, issued_on = ?", Status.ISSUED.name(), on);
    }

    void end(String id, Status status) {
        change(id, "status = ?", status.name());
    }

    void move(String id, String street, String city) {
        change(id, "street = ?, city = ?", street, city);
    }

    // The change is a constant of this class, never text from outside.
    private void change(String id, String change, @Nullable Object... values) {
        int changed = jdbc.sql("update sample_permits.request set " + change + " where id = ?")
                .params(values)
                .param(id)
                .update();
        if (changed == 0) {
            throw new UnknownRecord(id);
        }
    }
}
