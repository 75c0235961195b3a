package org.muniflow.casework.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Journal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.CaseStep;
import org.muniflow.kernel.spi.PresentStep;
import org.muniflow.kernel.spi.StepWrites;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The append-only account of what happened, in {@code muniflow.journal}; lines commit with the step. */
public final class CaseJournal {

    private static final String INSERT = """
            insert into muniflow.journal
                (case_number, module, record_id, process_key, element_id, kind, what, cites, actor, written_at,
                detail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int LONGEST = 2000;
    private static final int LONGEST_CITES = 1000;
    static final int LONGEST_DETAIL = 20_000;

    private final StepWrites writes;
    private final JdbcClient jdbc;
    private final Actors actors;
    private final Clock clock;

    CaseJournal(StepWrites writes, JdbcClient jdbc, Actors actors, Clock clock) {
        this.writes = writes;
        this.jdbc = jdbc;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Writes a line about a step.
     *
     * @param step the step
     * @param kind the kind of happening
     * @param what one plain sentence
     */
    public void write(CaseStep step, Kind kind, String what) {
        add(
                step.execution().getProcessBusinessKey(),
                null,
                null,
                step.processKey(),
                step.elementId(),
                kind,
                what,
                step.properties().getOrDefault("cites", ""),
                null);
    }

    /**
     * Writes a line about a case outside of its steps.
     *
     * @param caseNumber the case
     * @param kind the kind of happening
     * @param what one plain sentence
     * @param cites the sections of law; empty if none
     */
    public void write(String caseNumber, Kind kind, String what, String cites) {
        add(caseNumber, null, null, null, null, kind, what, cites, null);
    }

    /**
     * Writes a line about what a step found, with what it found it from.
     *
     * @param place the step
     * @param kind the kind of happening
     * @param what one plain sentence
     * @param cites the sections of law; empty if none
     * @param detail what changed or was asked, as JSON
     */
    void write(PresentStep.Place place, Kind kind, String what, String cites, String detail) {
        add(place.caseNumber(), null, null, place.processKey(), place.elementId(), kind, what, cites, detail);
    }

    /**
     * Writes a line about a changed record.
     *
     * @param module the module's name
     * @param recordId the record; null if not known
     * @param what one plain sentence without values
     * @param detail the fields with their former and new values, as JSON; null if not known
     */
    public void changed(String module, @Nullable String recordId, String what, @Nullable String detail) {
        add(null, module, recordId, null, null, Kind.CHANGED, what, "", detail);
    }

    /**
     * Writes a line about what an operator did with a module.
     *
     * @param module the module's name
     * @param what one plain sentence
     * @param by the operator
     */
    void operated(String module, String what, String by) {
        add(null, module, null, null, null, Kind.MODULE, what, "", null, by);
    }

    /**
     * Writes that the steps of a finished case were kept, with their hash.
     *
     * @param caseNumber the case
     * @param steps how many steps
     * @param parts the parts as they are kept, in order
     * @param keptAt when, in whole microseconds
     */
    public void kept(String caseNumber, int steps, List<String> parts, OffsetDateTime keptAt) {
        TrailProof proof = new TrailProof(caseNumber);
        for (int part = 0; part < parts.size(); part++) {
            proof.part(part, parts.get(part), keptAt);
        }
        add(
                caseNumber,
                null,
                null,
                null,
                null,
                Kind.KEPT,
                (steps == 1 ? "One step of the ended case was" : steps + " steps of the ended case were")
                        + " kept for the time after the engine's history.",
                "",
                "{\"sha256\":\"" + proof.hash() + "\"}");
    }

    /**
     * Returns the journal as a module writes it.
     *
     * @param module the module's name
     * @return the journal
     */
    public Journal of(String module) {
        return (caseNumber, recordId, what, cites) ->
                add(caseNumber, module, recordId, null, null, Kind.NOTE, what, cites, null);
    }

    /**
     * Returns a page of a case's lines, oldest first.
     *
     * @param caseNumber the case
     * @param after the number of the last line seen; 0 for the first page
     * @param limit how many at most
     * @return the lines; may be empty
     */
    public List<JournalEntry> ofCase(String caseNumber, long after, int limit) {
        return page("case_number", caseNumber, after, limit);
    }

    /**
     * Returns a page of a record's lines, oldest first, also those of before there was a case.
     *
     * @param recordId the record
     * @param after the number of the last line seen; 0 for the first page
     * @param limit how many at most
     * @return the lines; may be empty
     */
    public List<JournalEntry> ofRecord(String recordId, long after, int limit) {
        return page("record_id", recordId, after, limit);
    }

    private List<JournalEntry> page(String column, String value, long after, int limit) {
        return jdbc.sql("select * from muniflow.journal where " + column
                        + " = ? and id > ? order by id fetch first ? rows only")
                .params(value, after, limit)
                .query(CaseJournal::entry)
                .list();
    }

    static JournalEntry entry(ResultSet found, int number) throws SQLException {
        return new JournalEntry(
                found.getLong("id"),
                found.getString("case_number"),
                found.getString("module"),
                found.getString("record_id"),
                found.getString("process_key"),
                found.getString("element_id"),
                JournalEntry.Kind.valueOf(found.getString("kind")),
                found.getString("what"),
                found.getString("cites"),
                found.getString("actor"),
                found.getObject("written_at", OffsetDateTime.class),
                found.getString("detail"));
    }

    private void add(
            @Nullable String caseNumber,
            @Nullable String module,
            @Nullable String recordId,
            @Nullable String processKey,
            @Nullable String elementId,
            Kind kind,
            String what,
            String cites,
            @Nullable String detail) {
        add(caseNumber, module, recordId, processKey, elementId, kind, what, cites, detail, actors.current());
    }

    private void add(
            @Nullable String caseNumber,
            @Nullable String module,
            @Nullable String recordId,
            @Nullable String processKey,
            @Nullable String elementId,
            Kind kind,
            String what,
            String cites,
            @Nullable String detail,
            @Nullable String actor) {
        writes.add(
                INSERT,
                caseNumber,
                module,
                recordId,
                processKey,
                elementId,
                kind.name(),
                what.length() > LONGEST ? what.substring(0, LONGEST) : what,
                cites.length() > LONGEST_CITES ? cites.substring(0, LONGEST_CITES) : cites,
                actor,
                OffsetDateTime.now(clock),
                detail != null && detail.length() > LONGEST_DETAIL ? null : detail);
    }
}
