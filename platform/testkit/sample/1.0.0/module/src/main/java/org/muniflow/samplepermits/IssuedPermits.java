package org.muniflow.samplepermits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muniflow.api.register.Register;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The public register of permits: those issued until a day. */
final class IssuedPermits implements Register {

    private static final int MOST_COUNTED = 1000;

    private final JdbcClient jdbc;

    IssuedPermits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String id() {
        return "sample-permits-issued";
    }

    @Override
    public String title() {
        return "Permits issued";
    }

    @Override
    public String cites() {
        return "Sample Code § 3";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("permit", "Permit"),
                new Column("applicant", "Applicant"),
                new Column("days", "Days"),
                new Column("issuedOn", "Issued on"));
    }

    @Override
    public List<Filter> filters() {
        return List.of(new Filter("applicant", "Applicant", "Any part of the name", Map.of()));
    }

    @Override
    public Answer search(Question question) {
        StringBuilder where = new StringBuilder("issued_on <= ?");
        List<Object> values = new ArrayList<>(List.of(question.asOf()));
        question.filters().forEach((key, text) -> {
            where.append(" and lower(applicant) like ? escape '!'");
            values.add("%" + literal(text.strip().toLowerCase(Locale.ROOT)) + "%");
        });
        int total = jdbc.sql("select count(*) from (select id from sample_permits.request where " + where + " limit "
                        + MOST_COUNTED + ") counted")
                .params(values)
                .query(Integer.class)
                .single();
        if (question.after() != null) {
            where.append(" and case_number > ?");
            values.add(question.after());
        }
        List<Map<String, Object>> rows = jdbc.sql("select case_number, applicant, days, issued_on from"
                        + " sample_permits.request where " + where + " order by case_number limit ?")
                .params(values)
                .param(question.limit() + 1)
                .query((row, number) -> Map.<String, Object>of(
                        "permit", row.getString("case_number"),
                        "applicant", row.getString("applicant"),
                        "days", row.getInt("days"),
                        "issuedOn", row.getObject("issued_on", LocalDate.class)))
                .list();
        boolean more = rows.size() > question.limit();
        List<Map<String, Object>> page = more ? rows.subList(0, question.limit()) : rows;
        return new Answer(page, more ? String.valueOf(page.get(page.size() - 1).get("permit")) : null, total);
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
