package org.muniflow.casework.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.report.ReportDuty;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code muniflow.report}. Every change names the state it expects, so that two people never both win. */
final class ReportRows {

    private static final String SELECT = "select * from muniflow.report where ";
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All reports of a duty that were opened, read at once: what is opened next hangs on all of them. */
    List<NextReport.Known> known(String dutyId) {
        return jdbc.sql(
                        "select report_number, covers_from, covers_to, delivered_on from muniflow.report where duty_id = ?")
                .param(dutyId)
                .query((row, number) -> new NextReport.Known(
                        row.getInt(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .list();
    }

    Optional<Report> find(String id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(ReportRows::report).optional();
    }

    List<Report> undelivered() {
        return jdbc.sql(SELECT + "state in ('OPEN', 'TAKEN', 'SIGNED') order by due_on, id fetch first 500 rows only")
                .query(ReportRows::report)
                .list();
    }

    List<Report> delivered(int limit) {
        return jdbc.sql(SELECT + "state = 'DELIVERED' order by due_on desc, id desc fetch first " + limit
                        + " rows only")
                .query(ReportRows::report)
                .list();
    }

    String open(String module, ReportDuty duty, NextReport.Opening opening) {
        String id = UUID.randomUUID().toString();
        LocalDate due = opening.due().on();
        jdbc.sql("insert into muniflow.report (id, module, duty_id, report_number, title, cites, addressee, preparers,"
                        + " signers, escalation, covers_from, covers_to, due_on, pressing_on, why, state, opened_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)")
                .params(
                        id,
                        module,
                        duty.id(),
                        opening.number(),
                        duty.title(),
                        duty.cites(),
                        duty.addressee(),
                        text(duty.preparers()),
                        text(duty.signers()),
                        text(duty.escalatesTo()),
                        opening.from(),
                        opening.to(),
                        due,
                        due.minusDays(duty.recurrence().warnDays()),
                        opening.due().why(),
                        OffsetDateTime.now(clock))
                .update();
        return id;
    }

    private static String text(Set<String> groups) {
        return String.join(" ", new TreeSet<>(groups));
    }

    boolean taken(
            Report report,
            LocalDate asOf,
            String by,
            Documents.StoredDocument table,
            Documents.StoredDocument printed) {
        return jdbc.sql("update muniflow.report set state = 'TAKEN', as_of = ?, taken_at = ?, taken_by = ?,"
                                + " document_id = ?, sha256 = ?, printed_id = ?, printed_sha256 = ?"
                                + " where id = ? and state in ('OPEN', 'TAKEN')")
                        .params(
                                asOf,
                                OffsetDateTime.now(clock),
                                by,
                                table.id(),
                                table.sha256(),
                                printed.id(),
                                printed.sha256(),
                                report.id())
                        .update()
                == 1;
    }

    boolean signed(Report report, String by) {
        return jdbc.sql("update muniflow.report set state = 'SIGNED', signed_at = ?, signed_by = ?"
                                + " where id = ? and state = 'TAKEN' and sha256 = ? and taken_by <> ?")
                        .params(OffsetDateTime.now(clock), by, report.id(), report.sha256(), by)
                        .update()
                == 1;
    }

    boolean delivered(Report report, LocalDate on, String how, String by, @Nullable String proofId) {
        return jdbc.sql("update muniflow.report set state = 'DELIVERED', delivered_on = ?, delivered_how = ?,"
                                + " delivered_by = ?, proof_id = ? where id = ? and state = 'SIGNED'")
                        .params(on, how, by, proofId, report.id())
                        .update()
                == 1;
    }

    /** The reports whose last day is over and of which nobody was told. */
    List<Report> untold(LocalDate today) {
        return jdbc.sql(SELECT + "state in ('OPEN', 'TAKEN', 'SIGNED') and due_on < ? and late_at is null"
                        + " order by due_on, id fetch first 500 rows only")
                .param(today)
                .query(ReportRows::report)
                .list();
    }

    boolean told(Report report) {
        return jdbc.sql(
                                "update muniflow.report set late_at = ? where id = ? and late_at is null and state <> 'DELIVERED'")
                        .params(OffsetDateTime.now(clock), report.id())
                        .update()
                == 1;
    }

    boolean seen(Report report, String by) {
        return jdbc.sql("update muniflow.report set seen_at = ?, seen_by = ? where id = ? and late_at is not null"
                                + " and seen_at is null")
                        .params(OffsetDateTime.now(clock), by, report.id())
                        .update()
                == 1;
    }

    void figures(String reportId, List<ReportDuty.Figure> figures) {
        jdbc.sql("delete from muniflow.report_case where report_id = ?")
                .param(reportId)
                .update();
        jdbc.sql("delete from muniflow.report_figure where report_id = ?")
                .param(reportId)
                .update();
        int place = 0;
        for (ReportDuty.Figure figure : figures) {
            Set<String> cases = new TreeSet<>(figure.caseNumbers());
            jdbc.sql("insert into muniflow.report_figure values (?, ?, ?, ?, ?, ?)")
                    .params(reportId, place++, figure.key(), figure.title(), figure.value(), cases.size())
                    .update();
            cases(reportId, figure.key(), List.copyOf(cases));
        }
    }

    private void cases(String reportId, String key, List<String> cases) {
        for (int from = 0; from < cases.size(); from += AT_ONCE) {
            Collection<String> some = cases.subList(from, Math.min(from + AT_ONCE, cases.size()));
            String rows =
                    String.join(", ", some.stream().map(one -> "(?, ?, ?)").toList());
            jdbc.sql("insert into muniflow.report_case values " + rows)
                    .params(some.stream()
                            .flatMap(one -> List.of(reportId, key, one).stream())
                            .map(Object.class::cast)
                            .toList())
                    .update();
        }
    }

    /** A figure as it was taken. */
    record Kept(String key, String title, String value, int cases) {}

    List<Kept> figures(String reportId) {
        return jdbc.sql("select figure_key, title, figure_value, cases from muniflow.report_figure where report_id = ?"
                        + " order by place")
                .param(reportId)
                .query((row, number) -> new Kept(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
                .list();
    }

    List<String> cases(String reportId, String key, String after, int limit) {
        return jdbc.sql("select case_number from muniflow.report_case where report_id = ? and figure_key = ?"
                        + " and case_number > ? order by case_number fetch first " + limit + " rows only")
                .params(reportId, key, after)
                .query(String.class)
                .list();
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        return new Report(
                row.getString("id"),
                row.getString("module"),
                row.getString("duty_id"),
                row.getInt("report_number"),
                row.getString("title"),
                row.getString("cites"),
                row.getString("addressee"),
                groups(row.getString("preparers")),
                groups(row.getString("signers")),
                groups(row.getString("escalation")),
                row.getObject("covers_from", LocalDate.class),
                row.getObject("covers_to", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("pressing_on", LocalDate.class),
                row.getString("why"),
                Report.State.valueOf(row.getString("state")),
                row.getObject("as_of", LocalDate.class),
                row.getObject("taken_at", OffsetDateTime.class),
                row.getString("taken_by"),
                row.getString("document_id"),
                row.getString("sha256"),
                row.getObject("signed_at", OffsetDateTime.class),
                row.getString("signed_by"),
                row.getObject("delivered_on", LocalDate.class),
                row.getString("delivered_how"),
                row.getString("delivered_by"),
                row.getString("proof_id"),
                printed(row),
                late(row));
    }

    private static Report.@Nullable Printed printed(ResultSet row) throws SQLException {
        String id = row.getString("printed_id");
        return id == null ? null : new Report.Printed(id, row.getString("printed_sha256"));
    }

    private static Report.@Nullable Late late(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("late_at", OffsetDateTime.class);
        return since == null
                ? null
                : new Report.Late(since, row.getObject("seen_at", OffsetDateTime.class), row.getString("seen_by"));
    }

    private static Set<String> groups(String text) {
        return text.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(text.split(" ")));
    }
}
