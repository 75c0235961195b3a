package org.muniflow.kernel.guard;

import java.util.List;

/** A file holds one process, decision or form and bears its key as name. */
final class OneProcessPerFile implements ModelRule {

    @Override
    public String id() {
        return "one-process-per-file";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            List<XmlNode> processes = file.all("process").toList();
            if (processes.size() != 1) {
                report.at(
                        file, file.root(), "The file holds " + processes.size() + " processes. Put each into its own.");
            } else {
                String key = processes.get(0).attribute("id", "");
                if (!base(file.name()).equals(key + ".bpmn")) {
                    report.at(file, processes.get(0), "The file must be named as its process: " + key + ".bpmn.");
                }
                if (!key.matches("[a-z][a-z0-9]*(?:-[a-z0-9]+)*")) {
                    report.at(file, processes.get(0), "Process key '" + key + "' is not in kebab-case. Rename it.");
                }
            }
        }
        for (Models.Form form : models.forms) {
            if (!base(form.name()).equals(form.id() + ".form")) {
                report.at(form, form.id(), "The file must be named as its form: " + form.id() + ".form.");
            }
        }
    }

    private static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
