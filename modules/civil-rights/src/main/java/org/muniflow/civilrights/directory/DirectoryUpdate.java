package org.muniflow.civilrights.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.register.Register;
import org.muniflow.api.report.Recurrence;
import org.muniflow.api.report.ReportDuty;
import org.muniflow.civilrights.file.Program;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory is brought up to date at least every three months (KCMO Code § 3-463(c)(3), C-204). */
final class DirectoryUpdate implements ReportDuty {

    private static final String CLOCK = "C-204";
    private static final int WARN_DAYS = 14;
    private static final int PAGE = 500;

    private final MwbeDirectory directory;
    private final JdbcClient jdbc;

    DirectoryUpdate(MwbeDirectory directory, JdbcClient jdbc) {
        this.directory = directory;
        this.jdbc = jdbc;
    }

    @Override
    public String id() {
        return "directory-update";
    }

    @Override
    public String title() {
        return "Update of the directory of certified firms";
    }

    @Override
    public String cites() {
        return "KCMO Code § 3-463(c)(3)";
    }

    @Override
    public String addressee() {
        return "Bidders, proposers, the public, departments and agencies";
    }

    @Override
    public Recurrence recurrence() {
        return new Recurrence(CLOCK, WARN_DAYS);
    }

    @Override
    public Set<String> preparers() {
        return Set.of("creo-analyst", "creo-director");
    }

    @Override
    public Set<String> signers() {
        return Set.of("creo-director");
    }

    @Override
    public ReportContent compute(LocalDate from, LocalDate asOf) {
        List<Listing> listings = listings(asOf);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "firms",
                "Firms listed",
                String.valueOf(listings.stream().map(Listing::firmId).distinct().count()),
                cases(listings)));
        for (Program program : Program.values()) {
            List<Listing> ofProgram = listings.stream()
                    .filter(one -> one.program().equals(program.name()))
                    .toList();
            figures.add(new Figure(
                    program.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    "Listed as " + program.title(),
                    String.valueOf(ofProgram.size()),
                    cases(ofProgram)));
        }
        List<Listing> added = listings.stream()
                .filter(one -> !one.listedFrom().isBefore(from))
                .toList();
        figures.add(new Figure("added", "Listed since the last update", String.valueOf(added.size()), cases(added)));
        return new ReportContent(
                figures,
                directory.columns().stream().map(Register.Column::title).toList(),
                rows(asOf));
    }

    private record Listing(
            String firmId,
            String program,
            LocalDate listedFrom,
            @Nullable String caseNumber) {}

    private List<Listing> listings(LocalDate asOf) {
        return jdbc.sql("select e.firm_id, e.program, e.listed_from, a.case_number from civil_rights.directory_entry e"
                        + " join civil_rights.certification c on c.id = e.certification_id"
                        + " left join civil_rights.application a on a.id = c.application_id"
                        + " where e.listed_from <= ? and (e.listed_to is null or e.listed_to >= ?)"
                        + " and (c.expires_on is null or c.expires_on >= ?)")
                .params(asOf, asOf, asOf)
                .query((row, number) -> new Listing(
                        row.getString(1), row.getString(2), row.getObject(3, LocalDate.class), row.getString(4)))
                .list();
    }

    private static List<String> cases(List<Listing> listings) {
        Set<String> numbers = new LinkedHashSet<>();
        for (Listing listing : listings) {
            String number = listing.caseNumber();
            if (number != null) {
                numbers.add(number);
            }
        }
        return List.copyOf(numbers);
    }

    private List<List<String>> rows(LocalDate asOf) {
        List<List<String>> rows = new ArrayList<>();
        @Nullable String after = null;
        do {
            Register.Answer page = directory.search(new Register.Question(Map.of(), asOf, after, PAGE));
            for (Map<String, Object> row : page.rows()) {
                Map<String, String> texts = new LinkedHashMap<>();
                directory.columns().forEach(column -> texts.put(column.key(), text(row.get(column.key()))));
                rows.add(List.copyOf(texts.values()));
            }
            after = page.next();
        } while (after != null);
        return rows;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining("; "));
        }
        return value == null ? "" : value.toString();
    }
}
