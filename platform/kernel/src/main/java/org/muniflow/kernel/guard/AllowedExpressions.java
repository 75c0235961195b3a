package org.muniflow.kernel.guard;

import java.util.Set;

/** Expressions keep to the grammar of {@link Expressions}. */
final class AllowedExpressions implements ModelRule {

    /** Attributes and elements in which text is only text. */
    private static final Set<String> PROSE = Set.of("documentation", "text", "name", "label", "textAnnotation");

    @Override
    public String id() {
        return "allowed-expressions";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.root().all().filter(node -> !PROSE.contains(node.name)).forEach(node -> {
                node.attributes.forEach((name, value) -> {
                    if (!PROSE.contains(name)) {
                        check(file, node, value, city, report);
                    }
                });
                check(file, node, node.text(), city, report);
            });
        }
    }

    private static void check(Models.Xml file, XmlNode node, String text, City city, Report report) {
        if (!Expressions.isExpression(text)) {
            return;
        }
        Expressions.problem(text, city.expressionNames())
                .ifPresent(problem -> report.at(
                        file,
                        node,
                        "Expression '" + text + "' uses " + problem + ", which is not allowed. Use variables,"
                                + " comparisons and " + String.join(", ", city.expressionNames())
                                + "; leave the rest to a delegate."));
    }
}
