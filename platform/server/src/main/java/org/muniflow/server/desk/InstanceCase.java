package org.muniflow.server.desk;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Leads from a process instance in Cockpit to its case. */
@RestController
final class InstanceCase {

    private final HistoryService history;

    InstanceCase(HistoryService history) {
        this.history = history;
    }

    /** The case of an instance. */
    record Shown(String caseNumber, String caseUrl) {}

    @GetMapping("/api/instances/{instanceId}/case")
    Shown show(@PathVariable String instanceId) {
        // Asked as this person: whom the engine shows no such instance gets no answer either.
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(instanceId)
                .singleResult();
        String number = instance == null ? null : instance.getBusinessKey();
        if (number == null) {
            throw new Refusal(
                    HttpStatus.NOT_FOUND,
                    "There is no process instance " + instanceId + " of a case that you may see.");
        }
        return new Shown(number, "/cases/" + number);
    }
}
