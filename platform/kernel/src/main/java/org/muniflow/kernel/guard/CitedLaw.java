package org.muniflow.kernel.guard;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.muniflow.api.law.Citation;

/** Each process cites its section in its documentation, and each step in its {@code cites} property. */
final class CitedLaw implements ModelRule {

    private static final Pattern SECTION = Pattern.compile("§|\\bOrd\\.|\\bRSMo\\b|\\bCFR\\b");
    private static final Set<String> STEPS = Set.of("userTask", "serviceTask", "sendTask", "businessRuleTask");

    @Override
    public String id() {
        return "cited-law";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.all("process").forEach(process -> {
                String documentation = process.children("documentation")
                        .findFirst()
                        .map(XmlNode::text)
                        .orElse("");
                if (!SECTION.matcher(documentation).find()) {
                    report.at(
                            file,
                            process,
                            "The process's documentation cites no section of law. Write for example KCMO Code § 3-461.");
                }
            });
            file.nodes().forEach(node -> node(file, node, report));
        }
    }

    private static void node(Models.Xml file, XmlNode node, Report report) {
        String cites = node.properties().get("cites");
        if (cites == null) {
            if (STEPS.contains(node.name) || timer(node)) {
                report.at(file, node, "Property cites is missing. Name the section that asks for this step.");
            }
            return;
        }
        try {
            List<Citation> parsed = Citation.parseAll(cites);
            if (parsed.isEmpty() && cites.isBlank()) {
                report.at(file, node, "Property cites is empty. Name the section that asks for this step.");
            }
        } catch (IllegalArgumentException e) {
            report.at(file, node, e.getMessage() + ".");
        }
    }

    private static boolean timer(XmlNode node) {
        return node.children("timerEventDefinition").findAny().isPresent();
    }
}
