package org.muniflow.kernel.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Delegates and guards are those that the owning module offers. */
final class OfferedNames implements ModelRule {

    private static final List<String> CALLERS = List.of("serviceTask", "sendTask", "businessRuleTask");

    @Override
    public String id() {
        return "offered-names";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.all("process").forEach(process -> city.owner(ModelKey.process(process.attribute("id", "")))
                    .ifPresent(offers -> process.all().forEach(node -> node(file, node, offers, report))));
        }
    }

    private static void node(Models.Xml file, XmlNode node, City.Offers offers, Report report) {
        String expression = node.attribute("camunda:delegateExpression", node.attribute("delegateExpression", ""));
        if (!expression.isEmpty()) {
            delegate(file, node, expression, offers, report);
        } else if (CALLERS.contains(node.name) && node.attribute("camunda:decisionRef") == null) {
            report.at(
                    file,
                    node,
                    "The task calls nothing. Name a delegate of module " + offers.module()
                            + " in camunda:delegateExpression" + known(offers.delegates()) + ".");
        }
        String guard = node.properties().get("guard");
        if (guard != null && !offers.guards().contains(guard)) {
            report.at(
                    file,
                    node,
                    "Module " + offers.module() + " offers no guard '" + guard + "'" + known(offers.guards()) + ".");
        }
    }

    private static void delegate(Models.Xml file, XmlNode node, String expression, City.Offers offers, Report report) {
        Optional<String> name = Expressions.name(expression);
        if (name.isEmpty()) {
            report.at(file, node, "'" + expression + "' is no delegate's name. Write it as ${name}.");
        } else if (!offers.delegates().contains(name.get())) {
            report.at(
                    file,
                    node,
                    "Module " + offers.module() + " offers no delegate '" + name.get() + "'"
                            + near(name.get(), offers.delegates()) + ".");
        }
    }

    private static String near(String name, Set<String> offered) {
        Set<String> alike = offered.stream()
                .filter(other ->
                        other.equalsIgnoreCase(name) || other.startsWith(name.substring(0, Math.min(6, name.length()))))
                .collect(Collectors.toCollection(TreeSet::new));
        return alike.isEmpty() ? known(offered) : "; did you mean " + String.join(", ", alike) + "?";
    }

    private static String known(Set<String> offered) {
        return offered.isEmpty() ? "" : "; it offers " + String.join(", ", new TreeSet<>(offered));
    }
}
