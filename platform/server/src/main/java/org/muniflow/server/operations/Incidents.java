package org.muniflow.server.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.casework.worklist.WorkCount;
import org.muniflow.kernel.spi.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps that failed at every try and wait for somebody, and their next tries. */
@Component
final class Incidents {

    /** So many of the oldest incidents are looked through for their kinds. */
    private static final int LOOKED_THROUGH = 5_000;

    // An incident of a called process is told again at each of its callers: only the first counts.
    private static final String FAILED =
            "from act_ru_incident i where i.incident_type_ = 'failedJob' and i.cause_incident_id_ = i.id_";
    private static final String SELECT = """
            select i.id_, i.configuration_, i.proc_def_id_, coalesce(i.failed_activity_id_, i.activity_id_) as step_, i.incident_msg_, i.incident_timestamp_,
                   c.business_key_
            from act_ru_incident i left join act_ru_execution c on c.id_ = i.proc_inst_id_
            where i.incident_type_ = 'failedJob' and i.cause_incident_id_ = i.id_""";

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final int tries;
    private final Steps steps;
    private final EachCase each;
    private final CaseJournal journal;
    private final Actors actors;
    private final Clock clock;

    Incidents(
            JdbcClient jdbc,
            ProcessEngine engine,
            Steps steps,
            EachCase each,
            CaseJournal journal,
            Actors actors,
            Clock clock) {
        this.jdbc = jdbc;
        this.management = engine.getManagementService();
        this.tries = engine.getProcessEngineConfiguration().getDefaultNumberOfRetries();
        this.steps = steps;
        this.each = each;
        this.journal = journal;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * A step that failed in some cases.
     *
     * @param definitionId the engine's id of the process's version
     * @param elementId the step
     * @param place the step and process in words
     * @param cases how many cases wait there, up to what is looked through
     * @param since when the first of them failed
     */
    record Failing(
            String definitionId,
            String elementId,
            Steps.Place place,
            int cases,
            @Nullable OffsetDateTime since) {}

    /** A step that failed in a case. */
    record Incident(
            String id,
            String jobId,
            String definitionId,
            String elementId,
            Steps.Place place,
            String reason,
            OffsetDateTime since,
            String caseNumber)
            implements EachCase.Numbered {}

    /** Some incidents of a step. */
    record Page(List<Incident> incidents, @Nullable String next) {}

    WorkCount count() {
        int counted = jdbc.sql("select count(*) from (select i.id_ " + FAILED + " fetch first " + (WorkCount.MOST + 1)
                        + " rows only) some_incidents")
                .query(Integer.class)
                .single();
        return new WorkCount(Math.min(counted, WorkCount.MOST), counted > WorkCount.MOST);
    }

    List<Failing> kinds() {
        return jdbc.sql("select proc_def_id_, step_, count(*) as failed, min(incident_timestamp_) as since"
                        + " from (select i.proc_def_id_, coalesce(i.failed_activity_id_, i.activity_id_) as step_, i.incident_timestamp_ "
                        + FAILED
                        + " order by i.incident_timestamp_, i.id_ fetch first " + LOOKED_THROUGH
                        + " rows only) some_incidents group by proc_def_id_, step_ order by failed desc")
                .query((row, number) -> new Failing(
                        row.getString(1),
                        row.getString(2),
                        steps.place(row.getString(1), row.getString(2)),
                        row.getInt(3),
                        time(row, "since")))
                .list();
    }

    Page of(String definitionId, String elementId, @Nullable String after, int limit) {
        List<Object> values = new ArrayList<>(List.of(definitionId, elementId));
        String beyond = "";
        if (after != null) {
            beyond = " and i.id_ > ?";
            values.add(after);
        }
        List<Incident> found = jdbc.sql(
                        SELECT + " and i.proc_def_id_ = ? and coalesce(i.failed_activity_id_, i.activity_id_) = ?"
                                + beyond + " order by i.id_ fetch first " + (limit + 1) + " rows only")
                .params(values)
                .query(this::incident)
                .list();
        return found.size() > limit
                ? new Page(found.subList(0, limit), found.get(limit - 1).id())
                : new Page(found, null);
    }

    Optional<Incident> find(String id) {
        return jdbc.sql(SELECT + " and i.id_ = ?")
                .param(id)
                .query(this::incident)
                .optional();
    }

    /** Gives the steps their tries back; the next free node takes them up. */
    EachCase.Outcome retry(List<Incident> incidents, String reason) {
        return each.run(incidents, incident -> {
            actors.asPlatform(() -> {
                management.setJobRetries(incident.jobId(), tries);
                return incident;
            });
            journal.write(
                    incident.caseNumber(),
                    Kind.NOTE,
                    "The failed step " + incident.place().step() + " was let try again: " + reason
                            + " It had failed with: " + incident.reason(),
                    "");
        });
    }

    private Incident incident(ResultSet row, int number) throws SQLException {
        String definitionId = row.getString("proc_def_id_");
        String elementId = row.getString("step_");
        return new Incident(
                row.getString("id_"),
                row.getString("configuration_"),
                definitionId,
                elementId,
                steps.place(definitionId, elementId),
                EachCase.words(row.getString("incident_msg_")),
                Objects.requireNonNull(time(row, "incident_timestamp_")),
                Objects.requireNonNullElse(row.getString("business_key_"), "(no case number)"));
    }

    /** The engine stores moments in the city's zone, without saying so. */
    private @Nullable OffsetDateTime time(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null
                ? null
                : moment.toInstant().atZone(clock.getZone()).toOffsetDateTime();
    }
}
