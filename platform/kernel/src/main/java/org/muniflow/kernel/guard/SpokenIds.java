package org.muniflow.kernel.guard;

import java.util.Map;
import java.util.regex.Pattern;

/** Ids read {@code userTask_confirmDenial}: tests, reports and incidents speak in them. */
final class SpokenIds implements ModelRule {

    private static final Pattern MACHINE = Pattern.compile("(?:Activity|Event|Gateway|Flow|Task|Process|StartEvent|"
            + "EndEvent|SequenceFlow|UserTask|ServiceTask|id|sid)[_-][0-9a-z]*\\d[0-9a-z]*(?:-[0-9a-f-]+)?");
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("userTask", "userTask"),
            Map.entry("serviceTask", "serviceTask"),
            Map.entry("sendTask", "sendTask"),
            Map.entry("receiveTask", "receiveTask"),
            Map.entry("businessRuleTask", "ruleTask|businessRuleTask"),
            Map.entry("callActivity", "callActivity"),
            Map.entry("subProcess", "subProcess|eventSubProcess"),
            Map.entry("startEvent", "startEvent"),
            Map.entry("endEvent", "endEvent"),
            Map.entry("intermediateCatchEvent", "messageEvent|timerEvent|signalEvent|conditionalEvent|catchEvent"),
            Map.entry("intermediateThrowEvent", "throwEvent|messageEvent|signalEvent|escalationEvent"),
            Map.entry(
                    "boundaryEvent",
                    "boundaryEvent|messageEvent|timerEvent|errorEvent|escalationEvent|signalEvent|conditionalEvent"),
            Map.entry("exclusiveGateway", "gateway|exclusiveGateway"),
            Map.entry("parallelGateway", "gateway|parallelGateway"),
            Map.entry("inclusiveGateway", "gateway|inclusiveGateway"),
            Map.entry("eventBasedGateway", "gateway|eventGateway|eventBasedGateway"),
            Map.entry("sequenceFlow", "flow"));

    @Override
    public String id() {
        return "spoken-ids";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.root().all().filter(node -> PREFIXES.containsKey(node.name)).forEach(node -> {
                String id = node.attribute("id", "");
                String prefixes = PREFIXES.getOrDefault(node.name, node.name);
                if (MACHINE.matcher(id).matches()) {
                    report.at(
                            file,
                            node,
                            "Id '" + id + "' was made by a machine. Name it, for example " + example(prefixes) + ".");
                } else if (!id.matches("(?:" + prefixes + ")_[a-z][A-Za-z0-9]*")) {
                    report.at(file, node, "Id '" + id + "' does not read like " + example(prefixes) + ". Rename it.");
                }
            });
        }
    }

    private static String example(String prefixes) {
        return prefixes.split("\\|")[0] + "_recordDenial";
    }
}
