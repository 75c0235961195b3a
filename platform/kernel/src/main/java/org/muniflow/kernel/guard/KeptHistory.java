package org.muniflow.kernel.guard;

/** Every process and decision says how long its history is kept, and every process its version. */
final class KeptHistory implements ModelRule {

    @Override
    public String id() {
        return "kept-history";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.all("process").forEach(process -> {
                time(file, process, report);
                if (process.attribute("camunda:versionTag", "").isBlank()) {
                    report.at(file, process, "The process has no camunda:versionTag. Give it the module's version.");
                }
            });
        }
        for (Models.Xml file : models.dmn) {
            file.all("decision").forEach(decision -> time(file, decision, report));
        }
    }

    private static void time(Models.Xml file, XmlNode node, Report report) {
        if (node.attribute("camunda:historyTimeToLive", "").isBlank()) {
            report.at(
                    file,
                    node,
                    "camunda:historyTimeToLive is missing. Set it from the records schedule, for example P3650D.");
        }
    }
}
