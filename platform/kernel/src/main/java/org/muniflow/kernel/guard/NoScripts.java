package org.muniflow.kernel.guard;

/** Scripts are refused: what a step does is a delegate of the module, tested and cited. */
final class NoScripts implements ModelRule {

    @Override
    public String id() {
        return "no-scripts";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.all("scriptTask")
                    .forEach(node -> report.at(
                            file, node, "A script task is not allowed. Make it a service task that calls a delegate."));
            file.all("camunda:script")
                    .forEach(node -> report.at(
                            file,
                            node,
                            "A script is not allowed. Offer a delegate, or write an expression for a plain value."));
            file.all("conditionExpression", "completionCondition", "condition")
                    .filter(node -> node.attribute("language") != null || node.attribute("camunda:resource") != null)
                    .forEach(node -> report.at(
                            file,
                            node,
                            "A condition in a script language is not allowed. Write it as ${...} on variables."));
        }
        for (Models.Xml file : models.dmn) {
            file.root()
                    .all()
                    .filter(node -> node.is("inputExpression", "inputEntry", "outputEntry", "literalExpression"))
                    .filter(node -> !node.attribute("expressionLanguage", "feel")
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains("feel"))
                    .forEach(node -> report.at(
                            file,
                            node,
                            "Expression language '" + node.attribute("expressionLanguage")
                                    + "' is not allowed. Write the cell in FEEL."));
        }
    }
}
