package org.muniflow.kernel.guard;

/** Called processes get named variables; a process variable is a contract, not a bag. */
final class NamedVariables implements ModelRule {

    @Override
    public String id() {
        return "named-variables";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.all("camunda:in", "camunda:out")
                    .filter(mapping -> mapping.attribute("variables") != null)
                    .forEach(mapping -> report.at(
                            file,
                            mapping,
                            "variables=\"all\" is not allowed. Name each variable with source and target."));
        }
    }
}
