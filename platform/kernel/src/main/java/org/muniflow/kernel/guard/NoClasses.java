package org.muniflow.kernel.guard;

import java.util.List;

/** Class names in models are refused: they would tie a model to code that its module does not offer. */
final class NoClasses implements ModelRule {

    private static final List<String> ATTRIBUTES =
            List.of("camunda:class", "camunda:formHandlerClass", "camunda:variableMappingClass");

    @Override
    public String id() {
        return "no-classes";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.root().all().forEach(node -> {
                for (String attribute : ATTRIBUTES) {
                    if (node.attribute(attribute) != null) {
                        report.at(
                                file,
                                node,
                                attribute + " is not allowed. Call a delegate by camunda:delegateExpression.");
                    }
                }
                if (node.is("camunda:executionListener", "camunda:taskListener") && node.attribute("class") != null) {
                    report.at(file, node, "A listener class is not allowed. Call a delegate in a service task.");
                }
                if (node.is("camunda:formField")) {
                    report.at(
                            file,
                            node,
                            "Generated form fields are not allowed. Make a Camunda Form and name it in camunda:formRef.");
                }
            });
        }
    }
}
