package org.muniflow.kernel.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Every node and flow is drawn, and the diagram reads from left to right. */
final class DrawnDiagram implements ModelRule {

    /** Flows that turn back are loops; a diagram may have some, but not mostly. */
    private static final double MOST_BACKWARD = 0.3;

    private record Box(double x, double width) {}

    @Override
    public String id() {
        return "drawn-diagram";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            Map<String, Box> boxes = boxes(file);
            file.nodes()
                    .filter(node -> !boxes.containsKey(node.id()))
                    .forEach(node -> report.at(file, node, "The element is not drawn. Place it in the diagram."));
            Set<String> edges = new HashSet<>();
            file.all("BPMNEdge").forEach(edge -> edges.add(edge.attribute("bpmnElement", "")));
            file.all("sequenceFlow")
                    .filter(flow -> !edges.contains(flow.id()))
                    .forEach(flow -> report.at(file, flow, "The flow is not drawn. Connect its ends in the diagram."));
            direction(file, boxes, report);
        }
    }

    private static Map<String, Box> boxes(Models.Xml file) {
        Map<String, Box> boxes = new HashMap<>();
        file.all("BPMNShape").forEach(shape -> shape.children("Bounds")
                .findFirst()
                .ifPresent(bounds -> boxes.put(
                        shape.attribute("bpmnElement", ""),
                        new Box(number(bounds.attribute("x", "0")), number(bounds.attribute("width", "0"))))));
        return boxes;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void direction(Models.Xml file, Map<String, Box> boxes, Report report) {
        long drawn = 0;
        long backward = 0;
        for (XmlNode flow : file.all("sequenceFlow").toList()) {
            Box source = boxes.get(flow.attribute("sourceRef", ""));
            Box target = boxes.get(flow.attribute("targetRef", ""));
            if (source != null && target != null) {
                drawn++;
                if (target.x() + target.width() < source.x()) {
                    backward++;
                }
            }
        }
        if (drawn > 0 && backward > drawn * MOST_BACKWARD) {
            report.at(
                    file,
                    file.root(),
                    backward + " of " + drawn
                            + " flows run from right to left. Arrange the diagram from left to right.");
        }
    }
}
