package org.muniflow.kernel.guard;

/** Within a module everything is bound to its own deployment, so that a case finishes on the models it began with. */
final class DeploymentBindings implements ModelRule {

    private static final String DEPLOYMENT = "deployment";

    @Override
    public String id() {
        return "deployment-bindings";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.root().all().forEach(node -> {
                bound(file, node, "camunda:decisionRef", "camunda:decisionRefBinding", report);
                contained(models, file, node, report);
                bound(file, node, "camunda:formRef", "camunda:formRefBinding", report);
            });
            file.all("callActivity").forEach(call -> called(models, file, call, report));
        }
    }

    private static void bound(Models.Xml file, XmlNode node, String reference, String binding, Report report) {
        if (node.attribute(reference) != null && !DEPLOYMENT.equals(node.attribute(binding))) {
            report.at(file, node, binding + " must be \"deployment\" where " + reference + " is set.");
        }
    }

    private static void contained(Models models, Models.Xml file, XmlNode node, Report report) {
        String decision = node.attribute("camunda:decisionRef");
        if (decision != null && !models.decisionIds().contains(decision)) {
            report.at(
                    file,
                    node,
                    "Decision '" + decision + "' is not in this deployment, where its binding looks for it. Deploy all"
                            + " the module's models together, publish the changed ones, or correct the id.");
        }
    }

    private static void called(Models models, Models.Xml file, XmlNode call, Report report) {
        String key = call.attribute("calledElement", "");
        if (key.isBlank() || Expressions.isExpression(key)) {
            report.at(file, call, "calledElement must name a process; it is '" + key + "'.");
        } else if (models.processKeys().contains(key)
                && !DEPLOYMENT.equals(call.attribute("camunda:calledElementBinding"))) {
            report.at(
                    file,
                    call,
                    "Process '" + key + "' is the module's own: set camunda:calledElementBinding to \"deployment\".");
        }
    }
}
