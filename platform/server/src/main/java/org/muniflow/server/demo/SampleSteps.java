package org.muniflow.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Completes the first tasks of a sample as the people whom its {@code then} names, so that the demonstration has clocks that
 * run and letters that wait. A step is {@code {"by", "task", "values"}}; a value {@code "today+5"} is that day.
 */
@Component
final class SampleSteps {

    private static final Pattern DAY = Pattern.compile("today\\+(\\d{1,3})");

    private final TaskService tasks;
    private final IdentityService identities;
    private final Clock clock;

    SampleSteps(TaskService tasks, IdentityService identities, Clock clock) {
        this.tasks = tasks;
        this.identities = identities;
        this.clock = clock;
    }

    /**
     * Takes the steps one after the other.
     *
     * @param caseNumber the sample's case
     * @param steps the steps; may be missing
     * @throws IllegalArgumentException when the case has no such task at that point
     */
    void take(String caseNumber, JsonNode steps) {
        steps.forEach(step ->
                take(caseNumber, step.path("by").asText(), step.path("task").asText(), values(step.path("values"))));
    }

    private void take(String caseNumber, String person, String taskKey, Map<String, Object> values) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(taskKey)
                .singleResult();
        if (task == null) {
            throw new IllegalArgumentException("case " + caseNumber + " has no task '" + taskKey + "' to take");
        }
        List<String> groups = identities.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        identities.setAuthentication(person, groups);
        try {
            tasks.complete(task.getId(), values);
        } finally {
            identities.clearAuthentication();
        }
    }

    private Map<String, Object> values(JsonNode given) {
        Map<String, Object> values = new LinkedHashMap<>();
        given.properties().forEach(value -> values.put(value.getKey(), value(value.getValue())));
        return values;
    }

    private Object value(JsonNode given) {
        if (given.isBoolean()) {
            return given.booleanValue();
        }
        Matcher day = DAY.matcher(given.asText());
        return day.matches()
                ? LocalDate.now(clock).plusDays(Long.parseLong(day.group(1))).toString()
                : given.asText();
    }
}
