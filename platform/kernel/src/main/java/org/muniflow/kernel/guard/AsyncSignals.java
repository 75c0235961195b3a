package org.muniflow.kernel.guard;

/** A signal reaches every module that waits for it; thrown in jobs of their own, none of them keeps the others waiting. */
final class AsyncSignals implements ModelRule {

    @Override
    public String id() {
        return "async-signals";
    }

    @Override
    public void check(Models models, City city, Report report) {
        for (Models.Xml file : models.bpmn) {
            file.all("intermediateThrowEvent", "endEvent")
                    .flatMap(event -> event.children("signalEventDefinition"))
                    .filter(signal -> !"true".equals(signal.attribute("camunda:async")))
                    .forEach(signal -> report.at(
                            file,
                            signal,
                            "Set camunda:async=\"true\" on the signal, so that a stopped module that waits for it"
                                    + " does not hold up this case."));
        }
    }
}
