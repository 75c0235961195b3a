package org.muniflow.kernel.guard;

/** Timers wait for a date: the law names days, and a duration would count from when a clerk opened the task. */
final class DatedTimers implements ModelRule {

    @Override
    public String id() {
        return "dated-timers";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.all("timeDuration", "timeCycle")
                    .forEach(node -> report.at(
                            file,
                            node,
                            "A timer by " + node.name + " is not allowed. Use timeDate with ${clocks.due('C-1',"
                                    + " trigger)}."));
        }
    }
}
