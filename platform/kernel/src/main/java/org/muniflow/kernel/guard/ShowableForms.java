package org.muniflow.kernel.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Forms are those that Tasklist can show: flat, at most ten fields; more is entered on a record page. */
final class ShowableForms implements ModelRule {

    private static final int MOST_FIELDS = 10;
    private static final Set<String> REFUSED = Set.of("filepicker", "dynamiclist", "checklist", "taglist", "table");

    @Override
    public String id() {
        return "showable-forms";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Form form : models.forms) {
            List<JsonNode> fields = new ArrayList<>();
            collect(form, form.root().path("components"), fields, report);
            if (fields.size() > MOST_FIELDS) {
                report.at(
                        form,
                        form.id(),
                        "The form has " + fields.size() + " fields; " + MOST_FIELDS
                                + " are the most. Move what describes the record to a record page.");
            }
            if (form.id().isEmpty()) {
                report.at(form, "", "The form has no id. Give it the id by which models name it in camunda:formRef.");
            }
        }
        Set<String> ids = models.forms.stream().map(Models.Form::id).collect(Collectors.toSet());
        for (Models.Xml file : models.bpmn) {
            file.all("userTask", "startEvent").forEach(node -> reference(file, node, ids, report));
        }
    }

    private static void collect(Models.Form form, JsonNode components, List<JsonNode> fields, Report report) {
        for (JsonNode component : components) {
            String type = component.path("type").asText("");
            String name = component.path("key").asText(component.path("id").asText(""));
            if (REFUSED.contains(type)) {
                report.at(
                        form,
                        name,
                        "A component of type '" + type + "' is not allowed: process variables hold flat values only."
                                + " Put files on the Documents tab and lists on a record page.");
            }
            if (component.has("key") && !type.equals("button")) {
                fields.add(component);
            }
            collect(form, component.path("components"), fields, report);
        }
    }

    private static void reference(Models.Xml file, XmlNode node, Set<String> ids, Report report) {
        if (node.attribute("camunda:formKey") != null) {
            report.at(file, node, "camunda:formKey is not allowed. Name a Camunda Form in camunda:formRef.");
        }
        String form = node.attribute("camunda:formRef");
        if (form != null && !ids.contains(form)) {
            report.at(
                    file,
                    node,
                    "Form '" + form + "' is not in this deployment, where its binding looks for it. Deploy all the"
                            + " module's models together, publish the changed ones, or correct the id.");
        }
    }
}
