package org.muniflow.kernel.guard;

/** Connectors and external tasks are refused: what leaves the city goes through the outbox. */
final class NoConnectors implements ModelRule {

    @Override
    public String id() {
        return "no-connectors";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.all("camunda:connector")
                    .forEach(node -> report.at(
                            file,
                            node,
                            "A connector is not allowed. Call a delegate that sends through the platform."));
            file.root()
                    .all()
                    .filter(node -> node.attribute("camunda:type") != null
                            && !node.is("camunda:formField")
                            && node.parent != null)
                    .forEach(node -> report.at(
                            file,
                            node,
                            "camunda:type=\"" + node.attribute("camunda:type")
                                    + "\" is not allowed. Call a delegate by camunda:delegateExpression."));
        }
    }
}
