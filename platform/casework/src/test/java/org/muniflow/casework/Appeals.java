package org.muniflow.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.muniflow.api.casework.Cases;
import org.muniflow.kernel.engine.CityClock;

/** What the tests say about appeals. */
public final class Appeals {

    private final ProcessEngine engine;
    private final Cases cases;
    private final CityClock clock;

    public Appeals(ProcessEngine engine, Cases cases, CityClock clock) {
        this.engine = engine;
        this.cases = cases;
        this.clock = clock;
    }

    /** Deploys the model and stops the clock. */
    public void deploy(String today) {
        today(today);
        engine.getRepositoryService()
                .createDeployment()
                .name("appeals")
                .enableDuplicateFiltering(true)
                .addClasspathResource("models/appeal.bpmn")
                .addClasspathResource("models/investigation.bpmn")
                .addClasspathResource("models/reasons.bpmn")
                .addClasspathResource("models/bar.bpmn")
                .deploy();
    }

    public void today(String date) {
        Instant noon = LocalDate.parse(date)
                .atTime(LocalTime.NOON)
                .atZone(CityClock.ZONE)
                .toInstant();
        clock.set(noon);
    }

    /** Files an appeal with the city. */
    public String filed(String receivedOn) {
        return cases.start(
                "appeal",
                "appeal-7",
                "Prairie Paving LLC",
                LocalDate.parse(receivedOn),
                Map.of("receivedOn", LocalDate.parse(receivedOn)));
    }

    /** Files and forwards an appeal, with a deadline for documents. */
    public String forwarded(String receivedOn, String forwardedOn, String documentsDueOn) {
        String number = filed(receivedOn);
        complete(number, Map.of("forwardedOn", forwardedOn, "documentsDueOn", documentsDueOn));
        return number;
    }

    public Task task(String number) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
    }

    public void complete(String number, Map<String, Object> variables) {
        engine.getTaskService().complete(task(number).getId(), variables);
    }

    /** Fires the case's timer if it is due. */
    public boolean fireTimer(String number) {
        ManagementService jobs = engine.getManagementService();
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        List<Job> due = jobs.createJobQuery()
                .processInstanceId(instance)
                .timers()
                .executable()
                .list();
        due.forEach(job -> jobs.executeJob(job.getId()));
        return !due.isEmpty();
    }
}
