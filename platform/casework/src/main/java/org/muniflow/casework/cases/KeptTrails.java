package org.muniflow.casework.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.cases.CaseHistory.Step;
import org.muniflow.casework.journal.CaseJournal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps of ended cases as the platform keeps them, in {@code muniflow.case_trail}. */
final class KeptTrails {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEPS_OF_PART = 500;
    private static final int NAME = 100;

    private final JdbcClient jdbc;
    private final CaseJournal journal;
    private final ZoneId city;

    KeptTrails(JdbcClient jdbc, CaseJournal journal, ZoneId city) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.city = city;
    }

    /** Keeps a case's steps in place of those kept before, and has the journal tell their hash. */
    void keep(String caseNumber, List<Step> steps, OffsetDateTime now) {
        OffsetDateTime at = now.truncatedTo(ChronoUnit.MICROS);
        List<String> parts = new ArrayList<>();
        jdbc.sql("delete from muniflow.case_trail where case_number = ?")
                .param(caseNumber)
                .update();
        for (int part = 0; part * STEPS_OF_PART < steps.size(); part++) {
            List<Step> some = steps.subList(part * STEPS_OF_PART, Math.min(steps.size(), (part + 1) * STEPS_OF_PART));
            parts.add(written(some));
            jdbc.sql("insert into muniflow.case_trail (case_number, part, steps, kept_at) values (?, ?, ?, ?)")
                    .params(caseNumber, part, parts.get(part), at)
                    .update();
        }
        journal.kept(caseNumber, steps.size(), parts, at);
    }

    List<Step> of(String caseNumber) {
        List<Step> steps = new ArrayList<>();
        jdbc.sql("select steps from muniflow.case_trail where case_number = ? order by part")
                .param(caseNumber)
                .query(String.class)
                .list()
                .forEach(part -> steps.addAll(read(part)));
        return steps;
    }

    /** Returns the seal up to which ended cases were looked for; empty while another node does so. */
    Optional<Long> lock() {
        return jdbc.sql("select seal_number from muniflow.case_trail_head where id = 1 for update skip locked")
                .query(Long.class)
                .optional();
    }

    void advance(long seal) {
        jdbc.sql("update muniflow.case_trail_head set seal_number = ? where id = 1")
                .param(seal)
                .update();
    }

    /** Returns the last of some seals that are there. */
    long reached(long after, int limit) {
        return jdbc.sql("select coalesce(max(seal_number), ?) from muniflow.journal_seal"
                        + " where seal_number > ? and seal_number <= ?")
                .params(after, after, after + limit)
                .query(Long.class)
                .single();
    }

    /** Returns the ended cases among those whose end was sealed. */
    List<String> ended(long after, long until) {
        return jdbc.sql("select distinct j.case_number from muniflow.journal_seal s"
                        + " join muniflow.journal j on j.id = s.journal_id"
                        + " join muniflow.case_file f on f.case_number = j.case_number"
                        + " where s.seal_number > ? and s.seal_number <= ? and j.kind = 'ENDED' and f.state = 'ENDED'")
                .params(after, until)
                .query(String.class)
                .list();
    }

    private static String written(List<Step> steps) {
        ArrayNode all = JSON.createArrayNode();
        for (Step step : steps) {
            all.addArray()
                    .add(step.processKey())
                    .add(step.processDefinitionId())
                    .add(step.processInstanceId())
                    .add(step.elementId())
                    .add(step.elementName()
                            .substring(0, Math.min(NAME, step.elementName().length())))
                    .add(step.elementType())
                    .add(step.taskId())
                    .add(step.calledProcessInstanceId())
                    .add(moment(step.startedAt()))
                    .add(step.endedAt() == null ? null : moment(step.endedAt()))
                    .add(step.actor())
                    .add(step.cancelled());
        }
        return all.toString();
    }

    private static String moment(OffsetDateTime at) {
        return at.withOffsetSameInstant(ZoneOffset.UTC).toString();
    }

    private List<Step> read(String part) {
        try {
            List<Step> steps = new ArrayList<>();
            for (JsonNode step : JSON.readTree(part)) {
                steps.add(new Step(
                        step.path(0).asText(),
                        step.path(1).asText(),
                        step.path(2).asText(),
                        step.path(3).asText(),
                        step.path(4).asText(),
                        step.path(5).asText(),
                        text(step.path(6)),
                        text(step.path(7)),
                        at(step.path(8).asText()),
                        step.path(9).isNull() ? null : at(step.path(9).asText()),
                        text(step.path(10)),
                        step.path(11).asBoolean()));
            }
            return steps;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept trail cannot be read; restore muniflow.case_trail", e);
        }
    }

    private OffsetDateTime at(String moment) {
        return OffsetDateTime.parse(moment).atZoneSameInstant(city).toOffsetDateTime();
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() ? null : value.asText();
    }
}
