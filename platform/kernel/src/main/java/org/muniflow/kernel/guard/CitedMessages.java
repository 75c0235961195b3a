package org.muniflow.kernel.guard;

/** Warns of message events without {@code cites}: most messages are prescribed by law, but not all. */
final class CitedMessages implements ModelRule {

    @Override
    public String id() {
        return "cited-messages";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.nodes()
                    .filter(node ->
                            node.children("messageEventDefinition").findAny().isPresent())
                    .filter(node -> !node.properties().containsKey("cites"))
                    .forEach(node -> report.at(
                            file, node, "The message event cites nothing. If a law prescribes it, name the section."));
        }
    }
}
