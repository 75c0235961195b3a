package org.muniflow.civilrights.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.jspecify.annotations.Nullable;
import org.muniflow.testkit.City;
import org.muniflow.testkit.Person;

/** One application on its way, told as what people do: the firm files, analysts and the director work over HTTP. */
final class CertificationCase {

    final City city;
    final String number;
    final String applicationId;
    final Person analyst;
    final Person director;
    private final @Nullable ProcessInstance instance;

    private CertificationCase(City city, String number, String applicationId) {
        this.city = city;
        this.number = number;
        this.applicationId = applicationId;
        this.analyst = analyst(city);
        this.director = city.person("dora.director", "creo-director");
        this.instance = city.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("certification")
                .singleResult();
    }

    static Person analyst(City city) {
        return city.person("ana.analyst", "creo-analyst");
    }

    static CertificationCase filed(City city, FirmOnPaper firm) {
        Person.Answer answer = city.visitor().post("/api/applications/certification", firm.json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode receipt = answer.json();
        return new CertificationCase(
                city,
                receipt.path("caseNumber").asText(),
                receipt.path("recordId").asText());
    }

    CertificationCase fileIs(boolean complete) {
        return done(analyst.complete(number, "userTask_checkCompleteness", Map.of("fileComplete", complete)));
    }

    CertificationCase documentsDue(LocalDate day) {
        return done(
                director.complete(number, "userTask_setDocumentsDeadline", Map.of("documentsDueOn", day.toString())));
    }

    Person.Answer documentsCame(LocalDate day) {
        return submit("evidence", "documents-received", Map.of("documentsReceivedOn", day.toString()));
    }

    Person.Answer withdraws(LocalDate day) {
        return submit("withdrawal", "withdraw", Map.of("withdrawnOn", day.toString()));
    }

    Person.Answer submit(String page, String action, Map<String, ?> fields) {
        return submit(analyst, page, action, fields);
    }

    private Person.Answer submit(Person who, String page, String action, Map<String, ?> fields) {
        Map<String, Object> all = new TreeMap<>(fields);
        all.put("action", action);
        return who.submit("/records/civil-rights/" + page + "/" + applicationId, all);
    }

    /** The id of the first owner on file. */
    String ownerId() {
        return analyst.open("/records/civil-rights/determinations/" + applicationId)
                .page()
                .select("select[name=ownerId] option[value~=.+]")
                .attr("value");
    }

    Person.Answer questionsStatus(String why) {
        return analyst.amend(
                "/records/civil-rights/owners/" + applicationId + "?item=" + ownerId(),
                "save-owner",
                Map.of("statusQuestioned", "true", "questionReason", why));
    }

    CertificationCase found(String criterion, boolean met, Map<String, ?> more) {
        Map<String, Object> fields = new TreeMap<>(more);
        fields.put("criterion", criterion);
        fields.put("met", met);
        fields.put("standardOfProof", "PREPONDERANCE");
        fields.putIfAbsent("reasons", "Seen in the documents on file and in the interview of the owner.");
        fields.put("evidence", evidence());
        return accepted(submit("determinations", "record-finding", fields));
    }

    private List<String> evidence() {
        return analyst
                .open("/records/civil-rights/determinations/" + applicationId)
                .page()
                .select("input[name=evidence]")
                .eachAttr("value")
                .stream()
                .limit(1)
                .toList();
    }

    CertificationCase ownershipReviewed() {
        return found("OWNERSHIP", true, Map.of()).done(analyst.complete(number, "userTask_reviewOwnership", Map.of()));
    }

    CertificationCase controlReviewed() {
        return found("CONTROL", true, Map.of())
                .found("INDEPENDENCE", true, Map.of())
                .found("MANAGEMENT", true, Map.of())
                .done(analyst.complete(number, "userTask_reviewControl", Map.of()));
    }

    CertificationCase skillReviewed() {
        return found("EXPERTISE", true, Map.of()).done(analyst.complete(number, "userTask_reviewSkill", Map.of()));
    }

    CertificationCase functionReviewed() {
        return found("CUF", true, Map.of()).done(analyst.complete(number, "userTask_reviewUsefulFunction", Map.of()));
    }

    CertificationCase reviewed() {
        return ownershipReviewed().controlReviewed().skillReviewed().functionReviewed();
    }

    CertificationCase auditIs(boolean wanted) {
        return done(director.complete(
                number,
                "userTask_decideOnAudit",
                Map.of("auditWanted", wanted, "auditReason", "Weighed the record of the firm.")));
    }

    CertificationCase auditScheduled(LocalDate day) {
        return done(analyst.complete(number, "userTask_scheduleAudit", Map.of("auditScheduledOn", day.toString())));
    }

    CertificationCase auditBegan(LocalDate day) {
        return done(analyst.complete(
                number, "userTask_beginAudit", Map.of("auditFacilitated", true, "auditStartedOn", day.toString())));
    }

    CertificationCase auditRefused() {
        return done(analyst.complete(
                number,
                "userTask_beginAudit",
                Map.of("auditFacilitated", false, "refusalReason", "The office was locked at the agreed hour.")));
    }

    CertificationCase auditReported(LocalDate day) {
        return accepted(submit(
                        "audit",
                        "save-report",
                        Map.of("reportedOn", day.toString(), "report", "Tools, staff and records were on site.")))
                .done(analyst.complete(number, "userTask_reportAudit", Map.of()));
    }

    Person.Answer decides(Person who, String decision, boolean mbe, boolean wbe) {
        return who.complete(
                number,
                "userTask_decideApplication",
                Map.of(
                        "decision", decision,
                        "certifyMbe", mbe,
                        "certifyWbe", wbe,
                        "certifyMentorProtege", false,
                        "decisionReasons", "The record as a whole bears this decision."));
    }

    CertificationCase ground(String code) {
        return accepted(submit(
                director,
                "denial",
                "save-ground",
                Map.of("code", code, "explanation", "As the findings on file show.")));
    }

    CertificationCase denialConfirmed() {
        return done(director.complete(number, "userTask_confirmDenial", Map.of("denialConfirmed", true)));
    }

    CertificationCase done(Person.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        city.runDueJobs();
        return this;
    }

    CertificationCase accepted(Person.Answer answer) {
        assertThat(answer.status()).as(answer.page().text()).isEqualTo(200);
        assertThat(answer.page().select(".usa-alert--error").text()).isEmpty();
        city.runDueJobs();
        return this;
    }

    /** What can be said of the certification itself, without the processes it calls. */
    ProcessInstanceAssert process() {
        BpmnAwareTests.init(city.engine());
        return BpmnAwareTests.assertThat(instance);
    }

    /** The ids of all elements that the case has passed, in all its processes. */
    List<String> path() {
        return instances().stream()
                .flatMap(instance -> city
                        .engine()
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .list()
                        .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    /** The open tasks' ids. */
    List<String> openTasks() {
        return city.engine().getTaskService().createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(task -> task.getTaskDefinitionKey())
                .toList();
    }

    Task task(String taskKey) {
        return analyst.task(number, taskKey);
    }

    /** When the case's only timer is due. */
    Instant timerDue() {
        List<Job> timers = instances().stream()
                .flatMap(instance -> city
                        .engine()
                        .getManagementService()
                        .createJobQuery()
                        .timers()
                        .processInstanceId(instance.getId())
                        .list()
                        .stream())
                .toList();
        assertThat(timers).hasSize(1);
        return timers.get(0).getDuedate().toInstant();
    }

    boolean isEnded() {
        return instances().stream().allMatch(instance -> instance.getEndTime() != null);
    }

    private List<HistoricProcessInstance> instances() {
        return city.engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list();
    }

    /** The text of the case page, as the director sees it. */
    String page() {
        return director.open("/cases/" + number).page().text();
    }

    /** The names of the firms that the public directory lists, by a filter. */
    List<String> directory(String query) {
        Person.Answer answer = city.visitor().get("/api/registers/mwbe-directory?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().findValuesAsText("firm");
    }
}
