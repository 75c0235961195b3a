package org.muniflow.casework.clock;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.muniflow.casework.law.DatedRows;

/**
 * Looks in a module's models for clocks that cannot run: unknown ones, ones without the dates they need, ones that no
 * date follows from.
 */
final class ClockUses {

    private static final Pattern CALL = Pattern.compile("clocks\\.(due|target|laterOf)\\(\\s*'([^']*)'");

    private final DatedRows<ClockDefinition> table;
    private final Consumer<String> problems;

    ClockUses(DatedRows<ClockDefinition> table, Consumer<String> problems) {
        this.table = table;
        this.problems = problems;
    }

    void check(String file, byte[] bpmn) {
        Matcher call = CALL.matcher(new String(bpmn, StandardCharsets.UTF_8));
        while (call.find()) {
            known(file, call.group(2));
        }
        BpmnModelInstance model;
        try {
            model = Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn));
        } catch (BpmnModelException unreadable) {
            // Whoever deploys the model reports it.
            return;
        }
        for (CamundaProperties properties : model.getModelElementsByType(CamundaProperties.class)) {
            Map<String, String> values = new HashMap<>();
            for (CamundaProperty property : properties.getCamundaProperties()) {
                values.put(property.getCamundaName(), property.getCamundaValue());
            }
            if (values.containsKey("clock")
                    && properties.getParentElement().getParentElement() instanceof BaseElement element) {
                check(file + " " + element.getId(), values);
            }
        }
    }

    private void check(String place, Map<String, String> properties) {
        String clockId = properties.getOrDefault("clock", "");
        if (!known(place, clockId)) {
            return;
        }
        for (ClockDefinition clock : table.all()) {
            if (clock.id().equals(clockId)) {
                check(place, clock, properties);
            }
        }
    }

    private void check(String place, ClockDefinition clock, Map<String, String> properties) {
        switch (clock.kind()) {
            case FORWARD, LATER_OF, WINDOW -> {
                if (!properties.containsKey("clockTrigger")) {
                    problems.accept(
                            place + ": clock " + clock.id() + " lacks the property clockTrigger; name the variable"
                                    + " with the date from which the law counts");
                } else if (clock.kind() != ClockKind.LATER_OF
                        && properties.get("clockTrigger").contains(",")) {
                    problems.accept(
                            place + ": clock " + clock.id() + " names several variables in clockTrigger, but is of"
                                    + " kind " + clock.kind() + "; name one, or let its kind be LATER_OF");
                }
            }
            case PERSON_SET -> {
                if (!properties.containsKey("clockDue")) {
                    problems.accept(
                            place + ": clock " + clock.id() + " lacks the property clockDue; name the variable with"
                                    + " the date that the person sets");
                }
            }
            case LOOK_BACK, MINUTES, NONE ->
                problems.accept(place + ": clock " + clock.id() + " is of kind " + clock.kind()
                        + " and cannot run on a step; remove the property clock");
        }
    }

    private boolean known(String place, String clockId) {
        if (!table.knows(clockId)) {
            problems.accept(place + ": the clock " + clockId
                    + " is not in the module's clocks table; correct the id or add" + " a row");
            return false;
        }
        return true;
    }
}
