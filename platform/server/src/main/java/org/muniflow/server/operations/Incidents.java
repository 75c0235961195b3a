package org.muniflow.server.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.casework.worklist.WorkCount;
import org.muniflow.kernel.spi.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine could not go on with and waits for somebody: steps that failed at every try, work of outside workers, and
 * incidents that code or an operator reported; and their next tries.
 */
@Component
final class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

    /** So many of the oldest incidents are looked through for their kinds. */
    private static final int LOOKED_THROUGH = 5_000;

    private static final String FAILED_JOB = org.camunda.bpm.engine.runtime.Incident.FAILED_JOB_HANDLER_TYPE;
    private static final String FAILED_WORK = org.camunda.bpm.engine.runtime.Incident.EXTERNAL_TASK_HANDLER_TYPE;

    // An incident of a called process is told again at each of its callers: only the first counts.
    private static final String OPEN = "from act_ru_incident i where i.cause_incident_id_ = i.id_";
    // What belongs to no process, such as the engine's own batches, has neither a version nor a step.
    private static final String DEFINITION = "coalesce(i.proc_def_id_, '')";
    private static final String STEP = "coalesce(i.failed_activity_id_, i.activity_id_, '')";
    private static final String SELECT = "select i.id_, i.incident_type_, i.configuration_, " + DEFINITION
            + " as definition_, " + STEP + " as step_, i.incident_msg_, i.incident_timestamp_, c.business_key_"
            + " from act_ru_incident i left join act_ru_execution c on c.id_ = i.proc_inst_id_"
            + " where i.cause_incident_id_ = i.id_";

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final ExternalTaskService work;
    private final RuntimeService runtime;
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
        this.work = engine.getExternalTaskService();
        this.runtime = engine.getRuntimeService();
        this.tries = engine.getProcessEngineConfiguration().getDefaultNumberOfRetries();
        this.steps = steps;
        this.each = each;
        this.journal = journal;
        this.actors = actors;
        this.clock = clock;
    }

    /** What kind of incident it is, in words, and what another try is called. */
    enum Type {
        /** An automatic step failed at every try. */
        STEP("failed step", "was let try again"),
        /** A worker outside of the city's server gave its work up. */
        WORK("work given up by an outside worker", "was given out again"),
        /** Code or a person reported it; the engine waits for nothing. */
        REPORTED("reported", "was marked as settled");

        private final String words;
        private final String retried;

        Type(String words, String retried) {
            this.words = words;
            this.retried = retried;
        }

        /** A few words. */
        public String words() {
            return words;
        }

        static Type of(String name) {
            return name.equals(FAILED_JOB) ? STEP : name.equals(FAILED_WORK) ? WORK : REPORTED;
        }
    }

    /**
     * A kind of incident: its type and the step at which it is.
     *
     * @param type its type
     * @param definitionId the engine's id of the process's version; empty if there is none
     * @param elementId the step; empty if there is none
     * @param place the step and process in words
     * @param cases how many cases wait there, up to what is looked through
     * @param since when the first of them failed
     */
    record Failing(
            Type type,
            String definitionId,
            String elementId,
            Steps.Place place,
            int cases,
            @Nullable OffsetDateTime since) {}

    /**
     * An incident in a case.
     *
     * @param subject the engine's id of the job or work; empty if there is none
     * @param number the case's number; null for what belongs to no case
     */
    record Incident(
            String id,
            Type type,
            String subject,
            String definitionId,
            String elementId,
            Steps.Place place,
            String reason,
            OffsetDateTime since,
            @Nullable String number)
            implements EachCase.Numbered {

        @Override
        public String caseNumber() {
            return number == null ? "(no case)" : number;
        }
    }

    /** Some incidents of a step. */
    record Page(List<Incident> incidents, @Nullable String next) {}

    WorkCount count() {
        int counted = jdbc.sql("select count(*) from (select i.id_ " + OPEN + " fetch first " + (WorkCount.MOST + 1)
                        + " rows only) some_incidents")
                .query(Integer.class)
                .single();
        return new WorkCount(Math.min(counted, WorkCount.MOST), counted > WorkCount.MOST);
    }

    List<Failing> kinds() {
        return jdbc.sql(
                        "select incident_type_, definition_, step_, count(*) as failed, min(incident_timestamp_) as since"
                                + " from (select i.incident_type_, " + DEFINITION + " as definition_, " + STEP
                                + " as step_, i.incident_timestamp_ " + OPEN
                                + " order by i.incident_timestamp_, i.id_ fetch first " + LOOKED_THROUGH
                                + " rows only) some_incidents group by incident_type_, definition_, step_ order by failed desc")
                .query((row, number) -> new Failing(
                        Type.of(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        place(row.getString(2), row.getString(3)),
                        row.getInt(4),
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
        List<Incident> found = jdbc.sql(SELECT + " and " + DEFINITION + " = ? and " + STEP + " = ?" + beyond
                        + " order by i.id_ fetch first " + (limit + 1) + " rows only")
                .params(values)
                .query(this::incident)
                .list();
        return found.size() > limit
                ? new Page(found.subList(0, limit), found.get(limit - 1).id())
                : new Page(found, null);
    }

    /** Returns those of some incidents that still wait. */
    List<Incident> waiting(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " and i.id_ in (:ids) order by i.id_")
                        .param("ids", ids)
                        .query(this::incident)
                        .list();
    }

    Optional<Incident> find(String id) {
        return jdbc.sql(SELECT + " and i.id_ = ?")
                .param(id)
                .query(this::incident)
                .optional();
    }

    /** Gives the steps their tries back, the next free node takes them up; settles what was only reported. */
    EachCase.Outcome retry(List<Incident> incidents, String reason) {
        return each.run(incidents, incident -> {
            actors.asPlatform(() -> {
                switch (incident.type()) {
                    case STEP -> management.setJobRetries(incident.subject(), tries);
                    case WORK -> work.setRetries(incident.subject(), tries);
                    case REPORTED -> runtime.resolveIncident(incident.id());
                }
                return incident;
            });
            String told = "The " + (incident.type() == Type.STEP ? "failed step " : "incident at ")
                    + incident.place().step() + " " + incident.type().retried + ": " + reason + " It had failed with: "
                    + incident.reason();
            if (incident.number() == null) {
                LOG.info("Incident {} {}", incident.id(), incident.type().retried);
            } else {
                journal.write(incident.number(), Kind.NOTE, told, "");
            }
        });
    }

    private Incident incident(ResultSet row, int number) throws SQLException {
        String definitionId = row.getString("definition_");
        String elementId = row.getString("step_");
        return new Incident(
                row.getString("id_"),
                Type.of(row.getString("incident_type_")),
                Objects.requireNonNullElse(row.getString("configuration_"), ""),
                definitionId,
                elementId,
                place(definitionId, elementId),
                EachCase.words(row.getString("incident_msg_")),
                Objects.requireNonNull(time(row, "incident_timestamp_")),
                row.getString("business_key_"));
    }

    private Steps.Place place(String definitionId, String elementId) {
        return definitionId.isEmpty()
                ? new Steps.Place("The engine itself", "", "", elementId.isEmpty() ? "Work for many cases" : elementId)
                : steps.place(definitionId, elementId);
    }

    /** The engine stores moments in the city's zone, without saying so. */
    private @Nullable OffsetDateTime time(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null
                ? null
                : moment.toInstant().atZone(clock.getZone()).toOffsetDateTime();
    }
}
