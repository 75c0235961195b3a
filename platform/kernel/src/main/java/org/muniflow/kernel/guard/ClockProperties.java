package org.muniflow.kernel.guard;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A clock says from which date the law counts, or which date a person set. */
final class ClockProperties implements ModelRule {

    @Override
    public String id() {
        return "clock-properties";
    }

    @Override
    public void check(Models models, City city, Report report) {
        Map<String, String> kinds = models.clockKinds();
        for (Models.Xml file : models.bpmn) {
            file.nodes().forEach(node -> {
                String clock = node.properties().get("clock");
                if (clock != null) {
                    clock(file, node, clock, kinds, report);
                }
            });
        }
    }

    private static void clock(
            Models.Xml file, XmlNode node, String clock, @Nullable Map<String, String> kinds, Report report) {
        Map<String, String> properties = node.properties();
        if (kinds != null && !kinds.containsKey(clock)) {
            report.at(
                    file, node, "Clock '" + clock + "' is not in the module's clock table. Add it, or correct the id.");
        }
        boolean set = kinds != null && "PERSON_SET".equals(kinds.get(clock));
        if (set && !properties.containsKey("clockDue")) {
            report.at(
                    file,
                    node,
                    "Clock '" + clock + "' is set by a person: name the variable with the date in property clockDue.");
        }
        if (!set && !properties.containsKey("clockTrigger") && !(kinds == null && properties.containsKey("clockDue"))) {
            report.at(
                    file,
                    node,
                    "Clock '" + clock + "' does not say from which date the law counts: name the variable with that"
                            + " date in property clockTrigger.");
        }
    }
}
