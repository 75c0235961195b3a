package org.muniflow.kernel.guard;

import java.util.Set;

/** The tasks that {@code separateFrom} names exist. */
final class FourEyes implements ModelRule {

    @Override
    public String id() {
        return "four-eyes";
    }

    @Override
    public void check(Models models, City city, Report report) {
        Set<String> tasks = models.userTaskIds();
        for (Models.Xml file : models.bpmn) {
            file.nodes()
                    .filter(node -> node.properties().containsKey("separateFrom"))
                    .forEach(node -> {
                        if (!node.is("userTask")) {
                            report.at(file, node, "separateFrom belongs on a user task.");
                        }
                        for (String id : node.properties().get("separateFrom").split(",")) {
                            if (!tasks.contains(id.strip())) {
                                report.at(
                                        file,
                                        node,
                                        "separateFrom names '" + id.strip()
                                                + "', which is no user task of this deployment." + " Correct the id.");
                            }
                        }
                    });
        }
    }
}
