package org.muniflow.civilrights.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.muniflow.api.casework.Cases;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.finding.Determination.Kind;
import org.muniflow.civilrights.standing.Certification;
import org.muniflow.civilrights.standing.PriorStanding;
import org.muniflow.civilrights.standing.ReasonCode;
import org.muniflow.civilrights.table.Table;
import org.muniflow.testkit.City;
import org.muniflow.testkit.CityExtension;
import org.muniflow.testkit.ModuleJar;
import org.muniflow.testkit.Person;

/** Histories of certification cases in a whole city, one for each end and each boundary event of the four models. */
class CertificationCaseTest {

    @RegisterExtension
    static final CityExtension CITY = CityExtension.of(() -> ModuleJar.pack(Path.of("target/classes")));

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static Person ana;
    private static Person dora;

    @BeforeAll
    static void people() {
        ana = city().person("ana", "creo-analyst");
        dora = city().person("dora", "creo-director");
    }

    @Test
    void aFirmWithAWholeRecordIsCertifiedForThreeYears() {
        Applicant firm = reviewed(Applicant.applying(city(), MONDAY));
        decideOnAudit(firm, false);

        certify(firm);

        assertThat(outcome(firm)).isEqualTo("Certified");
        assertThat(passed(firm))
                .contains("serviceTask_issueCertification", "serviceTask_publishDirectoryEntry", "endEvent_certified")
                .contains("endEvent_dbeNotRequested", "endEvent_reviewed")
                .doesNotContain("userTask_confirmDenial", "callActivity_dbeReliance", "callActivity_onSiteAudit");
        List<Certification> issued = firm.certifications.ofApplication(firm.application.id());
        assertThat(issued).extracting(Certification::program).containsExactlyInAnyOrder("MBE", "WBE");
        assertThat(issued).allSatisfy(one -> {
            assertThat(one.certifiedOn()).isEqualTo(MONDAY);
            assertThat(one.expiresOn()).isEqualTo(LocalDate.of(2029, 3, 2));
        });
        assertThat(firm.certifications.lines(issued.get(0).id()))
                .extracting(Certification.Line::code)
                .containsExactly("238160");
        assertThat(firm.status()).isEqualTo(Status.APPROVED);
        assertThat(letterKeys(firm)).containsExactly("certification");
    }

    @Test
    void aBarredFirmIsTurnedAwayAtTheDoorThroughTheAnniversary() {
        Applicant firm = Applicant.applying(city(), MONDAY);
        firm.past.withdraw(null, firm.firm.id(), LocalDate.of(2025, 3, 2), LocalDate.of(2026, 3, 2), "test");

        firm.submitted();

        assertThat(outcome(firm)).isEqualTo("Not accepted (barred)");
        assertThat(passed(firm)).doesNotContain("serviceTask_checkLookBack", "userTask_checkCompleteness");
        assertThat(firm.status()).isEqualTo(Status.NOT_ACCEPTED);
        assertThat(letterKeys(firm)).containsExactly("application-barred");
    }

    @Test
    void aFirmMayApplyOnTheDayAfterItsBar() {
        Applicant firm = Applicant.applying(city(), MONDAY.plusDays(1));
        firm.past.withdraw(null, firm.firm.id(), LocalDate.of(2025, 3, 2), LocalDate.of(2026, 3, 2), "test");

        firm.submitted();

        assertThat(openTasks(firm)).containsExactly("userTask_checkCompleteness");
    }

    @Test
    void documentsMissingAfterTheDirectorsDeadlineDenyWithoutAppeal() {
        Applicant firm = Applicant.applying(city(), MONDAY).submitted();
        LocalDate due = LocalDate.of(2026, 3, 13); // Friday
        requestDocuments(firm, due);
        var timer = city().engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(city().instance(firm.caseNumber, "certification").getId())
                .timers()
                .singleResult();
        assertThat(timer.getDuedate().toInstant().atZone(City.ZONE).toLocalDate()).isEqualTo(due);
        assertThat(timer.getDuedate().toInstant().atZone(City.ZONE).toLocalTime()).isAfter(LocalTime.of(23, 58));

        city().today(due.plusDays(1));
        city().runDueJobs();

        assertThat(openTasks(firm)).containsExactly("userTask_confirmDenial");
        firm.ground(ReasonCode.DOCUMENTS_MISSING);
        confirmDenial(firm);
        assertThat(outcome(firm)).isEqualTo("Denied");
        var denial = firm.denials.ofApplication(firm.application.id()).orElseThrow();
        assertThat(denial.appealRoute()).isEqualTo("NONE");
        assertThat(denial.barredUntil()).isEqualTo(due.plusDays(1).plusYears(1));
        assertThat(firm.letters()).anySatisfy(letter -> {
            assertThat(letter).containsEntry("LETTER_KEY", "denial").containsEntry("CHANNEL", "CERTIFIED_MAIL");
            assertThat(letter.get("CLOCK_ON_RECEIPT")).isNull();
        });
    }

    @Test
    void documentsInTimeBringTheFileBackToTheAnalyst() {
        Applicant firm = Applicant.applying(city(), MONDAY).submitted();
        requestDocuments(firm, LocalDate.of(2026, 3, 13));

        firm.withAllDocuments();
        firm.applications.documentsReceived(firm.application.id(), LocalDate.of(2026, 3, 13), "test");
        message(firm, "documentsReceived", Map.of("documentsReceivedOn", "2026-03-13"));

        assertThat(openTasks(firm)).containsExactly("userTask_checkCompleteness");
        assertThat(passed(firm)).contains("messageEvent_documentsReceived").doesNotContain("timerEvent_documentsDue");
    }

    @Test
    void timelyDocumentsKeyedAfterTheTimerRestoreTheFile() {
        Applicant firm = Applicant.applying(city(), MONDAY).submitted();
        LocalDate due = LocalDate.of(2026, 3, 13);
        requestDocuments(firm, due);
        city().today(due.plusDays(3));
        city().runDueJobs();
        assertThat(openTasks(firm)).containsExactly("userTask_confirmDenial");
        firm.withAllDocuments();

        message(firm, "documentsReceived", Map.of("documentsReceivedOn", due.toString()));

        assertThat(openTasks(firm)).containsExactly("userTask_checkCompleteness");
        assertThat(passed(firm)).contains("messageEvent_timelyDocuments", "serviceTask_restoreTimelyFile");
        assertThat(firm.determinations.on(firm.application.id(), Criterion.DOCUMENTS, Kind.MACHINE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.met()).isTrue());
    }

    @Test
    void aFileIsNotCalledCompleteWithoutItsDocuments() {
        Applicant firm = Applicant.applying(city(), MONDAY).submitted();

        var answer = ana.complete(firm.caseNumber, "userTask_checkCompleteness", Map.of("fileComplete", true));

        assertThat(answer.status()).isNotEqualTo(204);
        assertThat(answer.body()).contains("Operating agreement").contains("3-461(g)");
        assertThat(openTasks(firm)).containsExactly("userTask_checkCompleteness");
    }

    @Test
    void anOwnerOfAFirmRevokedForCauseWithinFiveYearsIsDenied() {
        Applicant former = Applicant.applying(city(), MONDAY);
        Applicant firm = Applicant.applying(city(), MONDAY);
        firm.past.record(
                new PriorStanding.Controller(
                        Table.newId(),
                        former.firm.id(),
                        firm.owner.name(),
                        new java.math.BigDecimal("60"),
                        false,
                        null,
                        null),
                "test");
        firm.past.record(
                new PriorStanding.Revocation(
                        Table.newId(),
                        former.firm.id(),
                        null,
                        LocalDate.of(2021, 3, 2),
                        "CITY_MANAGER",
                        true,
                        List.of("FOR_CAUSE"),
                        null,
                        false,
                        null,
                        null,
                        null),
                "test");

        firm.submitted();

        assertThat(openTasks(firm)).containsExactly("userTask_confirmDenial");
        assertThat(passed(firm)).doesNotContain("serviceTask_checkGraduationBar");
        firm.ground(ReasonCode.LOOKBACK_REVOKED_5Y);
        confirmDenial(firm);
        assertThat(outcome(firm)).isEqualTo("Denied");
    }

    @Test
    void aDenialOfControlMayBeAppealedToTheCityWithinTwentyBusinessDays() {
        Applicant firm = reviewed(Applicant.applying(city(), MONDAY));
        decideOnAudit(firm, false);
        firm.found(Criterion.CONTROL, false, ReasonCode.CONTROL_NOT_SHOWN);

        var refused = dora.complete(
                firm.caseNumber,
                "userTask_decideApplication",
                Map.of("decision", "CERTIFY", "certifyMbe", true, "decisionReasons", "The record."));
        assertThat(refused.status()).isNotEqualTo(204);
        assertThat(refused.body()).contains("CONTROL_NOT_SHOWN");

        done(dora.complete(
                firm.caseNumber,
                "userTask_decideApplication",
                Map.of("decision", "DENY", "decisionReasons", "Control is not shown.")));
        var groundless = dora.complete(firm.caseNumber, "userTask_confirmDenial", Map.of("denialConfirmed", true));
        assertThat(groundless.body()).contains("No ground of denial");
        firm.ground(ReasonCode.CONTROL_NOT_SHOWN);
        confirmDenial(firm);

        assertThat(outcome(firm)).isEqualTo("Denied");
        assertThat(firm.letters()).anySatisfy(letter -> assertThat(letter)
                .containsEntry("LETTER_KEY", "denial")
                .containsEntry("CLOCK_ON_RECEIPT", "C-105"));
    }

    @Test
    void aRefusedAuditGoesToTheDirectorAsAGround() {
        Applicant firm = reviewed(Applicant.applying(city(), MONDAY));
        decideOnAudit(firm, true);
        done(ana.complete(firm.caseNumber, "userTask_scheduleAudit", Map.of("auditScheduledOn", "2026-03-09")));
        var silent = ana.complete(firm.caseNumber, "userTask_beginAudit", Map.of("auditFacilitated", false));
        assertThat(silent.body()).contains("3-461(e)");

        done(ana.complete(
                firm.caseNumber,
                "userTask_beginAudit",
                Map.of("auditFacilitated", false, "refusalReason", "Nobody opened.")));

        assertThat(openTasks(firm)).containsExactly("userTask_confirmDenial");
        assertThat(passed(firm)).contains("serviceTask_recordAuditRefusal").doesNotContain("userTask_reportAudit");
        firm.ground(ReasonCode.AUDIT_REFUSED);
        confirmDenial(firm);
        assertThat(outcome(firm)).isEqualTo("Denied");
    }

    @Test
    void anAuditedFirmMayNoLongerWithdrawAndIsDecided() {
        Applicant firm = reviewed(Applicant.applying(city(), MONDAY));
        decideOnAudit(firm, true);
        done(ana.complete(firm.caseNumber, "userTask_scheduleAudit", Map.of("auditScheduledOn", "2026-03-02")));
        done(ana.complete(
                firm.caseNumber,
                "userTask_beginAudit",
                Map.of("auditFacilitated", true, "auditStartedOn", "2026-03-02")));

        message(firm, "withdrawalRequested", Map.of("withdrawnOn", "2026-03-02"));

        assertThat(openTasks(firm)).containsExactly("userTask_reportAudit");
        assertThat(passed(firm)).contains("endEvent_withdrawalRefused").doesNotContain("endEvent_withdrawn");
        assertThat(letterKeys(firm)).contains("audit-announcement", "withdrawal-refused");
        assertThat(ana.complete(firm.caseNumber, "userTask_reportAudit", Map.of()).body()).contains("no report");
        firm.audits.report(firm.application.id(), "The crew works here.", MONDAY, "ana");
        done(ana.complete(firm.caseNumber, "userTask_reportAudit", Map.of()));
        certify(firm);
        assertThat(outcome(firm)).isEqualTo("Certified");
        assertThat(passed(firm)).contains("endEvent_audited");
    }

    @Test
    void aFirmMayWithdrawBeforeAnAuditAndIsBarredForAYear() {
        Applicant firm = Applicant.applying(city(), MONDAY).submitted();

        message(firm, "withdrawalRequested", Map.of("withdrawnOn", "2026-03-02"));

        assertThat(outcome(firm)).isEqualTo("Withdrawn");
        assertThat(openTasks(firm)).isEmpty();
        assertThat(firm.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(firm.past.of(firm.firm.id(), List.of()).withdrawals())
                .singleElement()
                .satisfies(one -> assertThat(one.barredUntil()).isEqualTo(LocalDate.of(2027, 3, 2)));
        assertThat(letterKeys(firm)).containsExactly("withdrawal-confirmed");
    }

    @Test
    void aQuestionedStatusIsDeterminedByTheDirectorFirst() {
        Applicant firm = complete(Applicant.applying(city(), MONDAY).withQuestionedStatus());
        assertThat(openTasks(firm)).containsExactly("userTask_determineStatus");
        assertThat(dora.complete(firm.caseNumber, "userTask_determineStatus", Map.of()).body())
                .contains("3-461(j)");

        firm.foundOnOwner(Criterion.STATUS, true);
        done(dora.complete(firm.caseNumber, "userTask_determineStatus", Map.of()));

        assertThat(openTasks(firm)).containsExactly("userTask_reviewOwnership");
    }

    @Test
    void aReviewWithoutItsFindingsIsNotFinished() {
        Applicant firm = complete(Applicant.applying(city(), MONDAY));

        var answer = ana.complete(firm.caseNumber, "userTask_reviewOwnership", Map.of());

        assertThat(answer.status()).isNotEqualTo(204);
        assertThat(answer.body()).contains("No finding on Ownership");
    }

    @Test
    void whoReviewedDoesNotDecide() {
        Person both = city().person("both", "creo-analyst", "creo-director");
        Applicant firm = complete(Applicant.applying(city(), MONDAY));
        firm.reviewFoundAllMet();
        done(both.complete(firm.caseNumber, "userTask_reviewOwnership", Map.of()));
        review(firm, "userTask_reviewControl", "userTask_reviewSkill", "userTask_reviewUsefulFunction");
        decideOnAudit(firm, false);

        var answer = both.complete(
                firm.caseNumber,
                "userTask_decideApplication",
                Map.of("decision", "DENY", "decisionReasons", "None."));

        assertThat(answer.status()).isNotEqualTo(204);
        assertThat(openTasks(firm)).containsExactly("userTask_decideApplication");
    }

    @Test
    void aUcpCertificateSufficesForDbeIfNobodyEverDenied() {
        Applicant firm = complete(Applicant.applying(city(), MONDAY).asDbeToo());
        assertThat(openTasks(firm)).containsExactlyInAnyOrder("userTask_verifyCertificate", "userTask_reviewOwnership");

        done(verify(firm, "UCP", true));

        assertThat(passed(firm)).contains("endEvent_dbeRecognized", "endEvent_dbeResultKnown");
        assertThat(firm.recognitions.of(firm.application.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.certified()).isTrue());
    }

    @Test
    void withoutACertificateTheUcpDecides() {
        Applicant firm = complete(Applicant.applying(city(), MONDAY).asDbeToo());
        assertThat(verify(firm, "NONE", true).body()).contains("issuer");
        done(verify(firm, "NONE", false));
        assertThat(passed(firm)).doesNotContain("endEvent_dbeRecognized");

        message(firm, "ucpResultReceived", Map.of("ucpCertified", false, "ucpDecidedOn", "2026-05-04"));

        assertThat(passed(firm)).contains("endEvent_dbeResultRecorded");
        assertThat(firm.recognitions.of(firm.application.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.certified()).isFalse());
    }

    private static Person.Answer verify(Applicant firm, String authority, boolean valid) {
        return ana.complete(
                firm.caseNumber,
                "userTask_verifyCertificate",
                Map.of("certificateAuthority", authority, "certificateValid", valid, "dbeDefinitionMet", true));
    }

    private static Applicant complete(Applicant firm) {
        firm.withAllDocuments().submitted();
        done(ana.complete(firm.caseNumber, "userTask_checkCompleteness", Map.of("fileComplete", true)));
        return firm;
    }

    private static Applicant reviewed(Applicant firm) {
        complete(firm);
        firm.reviewFoundAllMet();
        review(
                firm,
                "userTask_reviewOwnership",
                "userTask_reviewControl",
                "userTask_reviewSkill",
                "userTask_reviewUsefulFunction");
        return firm;
    }

    private static void review(Applicant firm, String... tasks) {
        for (String task : tasks) {
            done(ana.complete(firm.caseNumber, task, Map.of()));
        }
    }

    private static void decideOnAudit(Applicant firm, boolean wanted) {
        done(dora.complete(
                firm.caseNumber,
                "userTask_decideOnAudit",
                Map.of("auditWanted", wanted, "auditReason", "The record.")));
    }

    private static void certify(Applicant firm) {
        done(dora.complete(
                firm.caseNumber,
                "userTask_decideApplication",
                Map.of(
                        "decision", "CERTIFY",
                        "certifyMbe", true,
                        "certifyWbe", true,
                        "decisionReasons", "Every finding is met.")));
    }

    private static void confirmDenial(Applicant firm) {
        done(dora.complete(firm.caseNumber, "userTask_confirmDenial", Map.of("denialConfirmed", true)));
    }

    private static void requestDocuments(Applicant firm, LocalDate due) {
        done(ana.complete(firm.caseNumber, "userTask_checkCompleteness", Map.of("fileComplete", false)));
        done(dora.complete(
                firm.caseNumber, "userTask_setDocumentsDeadline", Map.of("documentsDueOn", due.toString())));
        assertThat(letterKeys(firm)).containsExactly("documents-request");
    }

    private static void message(Applicant firm, String name, Map<String, ?> variables) {
        assertThat(city().bean(Cases.class).message(name, firm.caseNumber, variables)).isTrue();
    }

    private static void done(Person.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private static String outcome(Applicant firm) {
        return city().bean(Cases.class).find(firm.caseNumber).orElseThrow().outcome();
    }

    private static List<String> openTasks(Applicant firm) {
        return city().engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(firm.caseNumber)
                .list()
                .stream()
                .map(task -> task.getTaskDefinitionKey())
                .toList();
    }

    private static List<String> passed(Applicant firm) {
        var history = city().engine().getHistoryService();
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(firm.caseNumber)
                .list()
                .stream()
                .flatMap(instance -> (Stream<HistoricActivityInstance>) history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .list()
                        .stream())
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .toList();
    }

    private static List<Object> letterKeys(Applicant firm) {
        return firm.letters().stream().map(letter -> letter.get("LETTER_KEY")).toList();
    }

    private static City city() {
        return CITY.city();
    }
}
