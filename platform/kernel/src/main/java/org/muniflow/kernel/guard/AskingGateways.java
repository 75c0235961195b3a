package org.muniflow.kernel.guard;

import java.util.List;

/** A gateway that chooses asks a question; its ways out are the answers, and one is taken when no other holds. */
final class AskingGateways implements ModelRule {

    @Override
    public String id() {
        return "asking-gateways";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.all("exclusiveGateway", "inclusiveGateway").forEach(gateway -> {
                List<XmlNode> ways = file.all("sequenceFlow")
                        .filter(flow -> gateway.attribute("id", "").equals(flow.attribute("sourceRef")))
                        .toList();
                if (ways.size() > 1) {
                    gateway(file, gateway, ways, report);
                }
            });
        }
    }

    private static void gateway(Models.Xml file, XmlNode gateway, List<XmlNode> ways, Report report) {
        if (!gateway.attribute("name", "").strip().endsWith("?")) {
            report.at(
                    file,
                    gateway,
                    "Gateway '" + gateway.attribute("name", "")
                            + "' is not a question. Name it so that it ends with ?.");
        }
        String otherwise = gateway.attribute("default");
        if (otherwise == null) {
            report.at(file, gateway, "The gateway has no default flow. Mark the one to take when no condition holds.");
        }
        for (XmlNode way : ways) {
            if (way.attribute("name", "").isBlank()) {
                report.at(file, way, "The flow out of the gateway has no name. Write the answer it stands for.");
            }
            if (!way.attribute("id", "").equals(otherwise)
                    && way.children("conditionExpression").findAny().isEmpty()) {
                report.at(file, way, "The flow has no condition. Give it one, or make it the default.");
            }
        }
    }
}
