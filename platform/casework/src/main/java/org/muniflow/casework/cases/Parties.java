package org.muniflow.casework.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.CaseParties;
import org.muniflow.api.casework.CaseParties.Party;
import org.muniflow.api.page.UnknownRecord;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.Modules;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parties of records, as their modules name them, and the cases found by their names. */
public final class Parties {

    private static final int LONGEST_ROLE = 60;
    private static final int LONGEST_NAME = 200;
    /** So many records are looked at for a name: whoever finds more asks more narrowly. */
    private static final int MOST_RECORDS = 1000;

    private final JdbcClient jdbc;
    private final boolean indexed;
    private final Supplier<@Nullable Modules> modules;

    /** On PostgreSQL the words of names are in an index. */
    Parties(JdbcClient jdbc, boolean indexed, Supplier<@Nullable Modules> modules) {
        this.jdbc = jdbc;
        this.indexed = indexed;
        this.modules = modules;
    }

    /**
     * Asks a record's module anew who its parties are. A module that names none costs nothing.
     *
     * @param module the module's name
     * @param recordId the record
     */
    public void refresh(String module, String recordId) {
        Modules running = modules.get();
        if (running != null && !recordId.isBlank()) {
            running.find(module).ifPresent(active -> refresh(active, recordId));
        }
    }

    void refreshOf(String processKey, String recordId) {
        Modules running = modules.get();
        if (running != null && !recordId.isBlank()) {
            running.owner(processKey).ifPresent(active -> refresh(active, recordId));
        }
    }

    /**
     * Returns the parties of a record.
     *
     * @param module the module that keeps the record
     * @param recordId the record
     * @return the parties in their order; may be empty
     */
    public List<Party> of(String module, String recordId) {
        return jdbc.sql("select role, name from muniflow.case_party where record_id = ? and module = ? order by place")
                .params(recordId, module)
                .query((row, number) -> new Party(row.getString(1), row.getString(2)))
                .list();
    }

    /**
     * Finds cases by the name of a party, newest first.
     *
     * @param wanted which cases; its text is words of a party's name, the last of which may be the beginning of one
     * @param after the last case of the page before; null for the first page
     * @param limit how many at most
     * @return the cases; fewer than the limit on the last page
     */
    public List<CaseFiles.Row> page(CaseFiles.Wanted wanted, CaseFiles.@Nullable Row after, int limit) {
        TitleWords name = TitleWords.of(wanted.text() == null ? "" : wanted.text());
        if (wanted.processKeys().isEmpty() || name.words().isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        if (indexed) {
            values.add(name.query());
        } else {
            values.addAll(name.patterns());
        }
        values.addAll(wanted.processKeys());
        // The first part is read by the index of names alone, whatever else is wanted.
        StringBuilder sql = new StringBuilder(CaseSearch.COLUMNS)
                .append(" from muniflow.case_file where record_id in (select record_id from (select record_id from"
                        + " muniflow.case_party where "
                        + (indexed ? TitleWords.indexed("name") + " @@ cast(? as tsquery)" : name.condition("name"))
                        + " fetch first " + MOST_RECORDS
                        + " rows only) named) and record_id <> '' and process_key in (")
                .append(String.join(
                        ", ", wanted.processKeys().stream().map(key -> "?").toList()))
                .append(')');
        if (wanted.state() != null) {
            sql.append(" and state = ?");
            values.add(wanted.state());
        }
        if (after != null) {
            sql.append(" and (started_at, case_number) < (?, ?)");
            values.add(after.startedAt());
            values.add(after.caseNumber());
        }
        sql.append(" order by started_at desc, case_number desc fetch first ")
                .append(limit)
                .append(" rows only");
        return jdbc.sql(sql.toString()).params(values).query(CaseFiles::row).list();
    }

    private void refresh(ActiveModule module, String recordId) {
        List<CaseParties> named = module.components(CaseParties.class);
        if (named.isEmpty()) {
            return;
        }
        List<Party> parties = new ArrayList<>();
        named.forEach(each -> parties.addAll(of(each, recordId).orElse(List.of())));
        jdbc.sql("delete from muniflow.case_party where record_id = ? and module = ?")
                .params(recordId, module.name())
                .update();
        for (int place = 0; place < parties.size(); place++) {
            Party party = parties.get(place);
            jdbc.sql("insert into muniflow.case_party (module, record_id, place, role, name) values (?, ?, ?, ?, ?)")
                    .params(
                            module.name(),
                            recordId,
                            place,
                            cut(party.role(), LONGEST_ROLE),
                            cut(party.name(), LONGEST_NAME))
                    .update();
        }
    }

    private static Optional<List<Party>> of(CaseParties named, String recordId) {
        try {
            return Optional.of(named.of(recordId));
        } catch (UnknownRecord notOne) {
            return Optional.empty();
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
