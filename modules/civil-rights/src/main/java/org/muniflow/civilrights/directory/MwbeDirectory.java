package org.muniflow.civilrights.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.register.Register;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.reference.ReferenceData;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The M/W/DBE Kansas City Mo. Online Directory (KCMO Code § 3-421(a)(31), § 3-463(c)(3)): who was listed on a day, with
 * what the Code makes public and nothing more.
 */
final class MwbeDirectory implements Register {

    private static final int MOST_COUNTED = 1000;
    private static final String SEPARATOR = "~";

    private final JdbcClient jdbc;
    private final ReferenceData reference;
    private final Clock clock;

    MwbeDirectory(JdbcClient jdbc, ReferenceData reference, Clock clock) {
        this.jdbc = jdbc;
        this.reference = reference;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "mwbe-directory";
    }

    @Override
    public String title() {
        return "M/W/DBE Kansas City Mo. Online Directory";
    }

    @Override
    public String cites() {
        return "KCMO Code § 3-421(a)(31); KCMO Code § 3-463(c)(3)";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("firm", "Firm"),
                new Column("program", "Program"),
                new Column("naics", "NAICS codes"),
                new Column("work", "Work"),
                new Column("address", "Mailing address"),
                new Column("county", "County"),
                new Column("email", "E-mail"),
                new Column("phone", "Telephone"),
                new Column("fax", "Fax"),
                new Column("listedFrom", "Listed from"));
    }

    @Override
    public List<Filter> filters() {
        Map<String, String> programs = new LinkedHashMap<>();
        for (Program program : Program.values()) {
            programs.put(program.name(), program.title());
        }
        Map<String, String> counties = new LinkedHashMap<>();
        reference.counties(LocalDate.now(clock)).forEach(c -> counties.put(c.county(), c.county() + ", " + c.state()));
        return List.of(
                new Filter("name", "Name", "Any part of the firm's name", Map.of()),
                new Filter("naics", "NAICS code", "Six digits, or the first two to five", Map.of()),
                new Filter("work", "Kind of work", "Any word of the NAICS title, for example roofing", Map.of()),
                new Filter("program", "Program", "", programs),
                new Filter("county", "County", "Where the principal office is", counties));
    }

    @Override
    public Answer search(Question question) {
        // A listing ends with its certification, whether or not anybody has closed it (KCMO Code § 3-461(a), (n)).
        StringBuilder where = new StringBuilder("e.listed_from <= ? and (e.listed_to is null or e.listed_to >= ?)"
                + " and exists (select 1 from civil_rights.certification c where c.id = e.certification_id"
                + " and (c.expires_on is null or c.expires_on >= ?))");
        List<Object> values = new ArrayList<>(List.of(question.asOf(), question.asOf(), question.asOf()));
        question.filters().forEach((key, value) -> filter(key, value, question.asOf(), where, values));
        int total = jdbc.sql("select count(*) from (select e.id from civil_rights.directory_entry e where " + where
                        + " limit " + MOST_COUNTED + ") counted")
                .params(values)
                .query(Integer.class)
                .single();
        after(question.after(), where, values);
        values.add(question.limit() + 1);
        List<DirectoryEntry> found = jdbc.sql(
                        "select e.id, e.firm_id, e.certification_id, e.program, e.firm_name, e.sort_name,"
                                + " e.mailing_address, e.county, e.email, e.phone, e.fax, e.listed_from, e.listed_to"
                                + " from civil_rights.directory_entry e where " + where
                                + " order by e.sort_name, e.id limit ?")
                .params(values)
                .query((rs, row) -> new DirectoryEntry(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7),
                        rs.getString(8),
                        rs.getString(9),
                        rs.getString(10),
                        rs.getString(11),
                        rs.getObject(12, LocalDate.class),
                        rs.getObject(13, LocalDate.class)))
                .list();
        boolean more = found.size() > question.limit();
        List<DirectoryEntry> page = more ? found.subList(0, question.limit()) : found;
        DirectoryEntry last = page.isEmpty() ? null : page.get(page.size() - 1);
        return new Answer(
                rows(page, question.asOf()),
                more && last != null ? last.id() + SEPARATOR + last.sortName() : null,
                total);
    }

    private static void filter(String key, String value, LocalDate asOf, StringBuilder where, List<Object> values) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        switch (key) {
            case "name" -> {
                where.append(" and lower(e.firm_name) like ? escape '!'");
                values.add("%" + literal(text) + "%");
            }
            case "program" -> {
                where.append(" and e.program = ?");
                values.add(text.toUpperCase(Locale.ROOT));
            }
            case "county" -> {
                where.append(" and lower(e.county) = ?");
                values.add(text);
            }
            case "naics" -> {
                if (!text.matches("\\d{2,6}")) {
                    throw new Rejected(key, "NAICS code: '" + value + "' is no code; enter two to six digits.");
                }
                where.append(" and exists (select 1 from civil_rights.directory_entry_naics n"
                        + " where n.directory_entry_id = e.id and n.code like ?)");
                values.add(text + "%");
            }
            case "work" -> {
                where.append(" and exists (select 1 from civil_rights.directory_entry_naics n"
                        + " join civil_rights.naics_code c on c.code = n.code"
                        + " where n.directory_entry_id = e.id and c.valid_from <= ?"
                        + " and (c.valid_to is null or c.valid_to >= ?) and lower(c.title) like ? escape '!')");
                values.addAll(List.of(asOf, asOf, "%" + literal(text) + "%"));
            }
            default ->
                throw new IllegalArgumentException(
                        "Filter " + key + " is unknown; use name, naics, work, program or county.");
        }
    }

    private static void after(@Nullable String after, StringBuilder where, List<Object> values) {
        if (after == null) {
            return;
        }
        int cut = after.indexOf(SEPARATOR);
        if (cut < 1) {
            throw new Rejected(
                    "after", "After: this value does not come from an answer of this register; leave it out.");
        }
        String id = after.substring(0, cut);
        String sortName = after.substring(cut + 1);
        where.append(" and (e.sort_name > ? or (e.sort_name = ? and e.id > ?))");
        values.addAll(List.of(sortName, sortName, id));
    }

    private List<Map<String, Object>> rows(List<DirectoryEntry> page, LocalDate asOf) {
        Map<String, List<String>> codes = codes(page);
        Map<String, String> titles = reference.naics(asOf).stream()
                .collect(Collectors.toMap(ReferenceData.NaicsCode::code, ReferenceData.NaicsCode::title));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (DirectoryEntry entry : page) {
            List<String> own = codes.getOrDefault(entry.id(), List.of());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("firm", entry.firmName());
            row.put("program", entry.program());
            row.put("naics", own);
            row.put(
                    "work",
                    own.stream().map(code -> titles.getOrDefault(code, code)).toList());
            row.put("address", entry.mailingAddress());
            row.put("county", text(entry.county()));
            row.put("email", entry.email());
            row.put("phone", text(entry.phone()));
            row.put("fax", text(entry.fax()));
            row.put("listedFrom", entry.listedFrom());
            rows.add(row);
        }
        return rows;
    }

    private Map<String, List<String>> codes(List<DirectoryEntry> page) {
        if (page.isEmpty()) {
            return Map.of();
        }
        String marks = page.stream().map(entry -> "?").collect(Collectors.joining(", "));
        Map<String, List<String>> codes = new TreeMap<>();
        jdbc.sql("select directory_entry_id, code from civil_rights.directory_entry_naics where directory_entry_id in ("
                        + marks + ") order by code")
                .params(page.stream().map(DirectoryEntry::id).toList())
                .query(rs -> {
                    codes.computeIfAbsent(rs.getString(1), id -> new ArrayList<>())
                            .add(rs.getString(2));
                });
        return codes;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
