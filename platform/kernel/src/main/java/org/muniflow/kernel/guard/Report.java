package org.muniflow.kernel.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers findings; one per element, rule and sentence. */
final class Report {

    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private String rule = "readable";

    void rule(String id) {
        rule = id;
    }

    void at(Models.Xml file, XmlNode node, String message) {
        add(file.name(), node.id(), node.line, node.column, message);
    }

    void at(Models.Form form, String field, String message) {
        add(form.name(), field, 0, 0, message);
    }

    void add(String file, String elementId, int line, int column, String message) {
        findings.putIfAbsent(
                file + '\n' + elementId + '\n' + rule + '\n' + message,
                new Finding(file, elementId, Math.max(0, line), Math.max(0, column), rule, message));
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings.values());
        all.sort(Comparator.comparing(Finding::file)
                .thenComparingInt(Finding::line)
                .thenComparingInt(Finding::column));
        return all;
    }
}
