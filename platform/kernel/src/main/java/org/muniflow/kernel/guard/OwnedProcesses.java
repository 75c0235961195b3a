package org.muniflow.kernel.guard;

/** Every process belongs to a module that declares it. */
final class OwnedProcesses implements ModelRule {

    @Override
    public String id() {
        return "owned-processes";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.all("process").forEach(process -> {
                String key = process.attribute("id", "");
                if (city.owner(key).isEmpty()) {
                    report.at(
                            file,
                            process,
                            "No active module declares process '" + key
                                    + "'. Declare it in its module, or correct the process id.");
                }
            });
        }
    }
}
