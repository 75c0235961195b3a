package org.muniflow.kernel.guard;

/** Tasks are named "Verb noun", and every event says what has happened. */
final class SpokenNames implements ModelRule {

    @Override
    public String id() {
        return "spoken-names";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.nodes().forEach(node -> {
                String name = node.attribute("name", "").strip();
                switch (node.name) {
                    case "userTask",
                            "serviceTask",
                            "sendTask",
                            "receiveTask",
                            "businessRuleTask",
                            "callActivity",
                            "task" -> {
                        if (!name.matches("\\p{Lu}\\p{L}+(?:[- ]\\S+)+")) {
                            report.at(file, node, "Task '" + name + "' is not named \"Verb noun\". Name it so.");
                        }
                    }
                    case "startEvent", "endEvent", "intermediateCatchEvent", "boundaryEvent" -> {
                        if (name.isEmpty()) {
                            report.at(file, node, "The event has no name. Say what has happened.");
                        }
                    }
                    default -> {}
                }
            });
            file.all("process")
                    .filter(process -> process.attribute("name", "").isBlank())
                    .forEach(process -> report.at(file, process, "The process has no name. Name it in plain words."));
        }
    }
}
