package org.muniflow.civilrights.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.testkit.City;
import org.muniflow.testkit.CityExtension;
import org.muniflow.testkit.ModuleJar;
import org.muniflow.testkit.Person;

/** Histories of applications under KCMO Code § 3-461(a)-(m), (r): every end and every boundary event (P-01, P-02, P-06). */
@Tag("engine")
class CertificationHistoriesTest {

    @RegisterExtension
    static final CityExtension CITY = CityExtension.of(() -> ModuleJar.pack(Path.of("target/classes")));

    private static final LocalDate FILED = LocalDate.of(2025, 6, 2); // Monday
    private static final LocalDate DEADLINE = LocalDate.of(2025, 6, 30); // Monday

    private City city;

    @BeforeEach
    void mondayMorning() {
        city = CITY.city().today(FILED);
    }

    private CertificationCase filed(FirmOnPaper firm) {
        return CertificationCase.filed(city, firm);
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(ZoneId.of("America/Chicago")).toInstant();
    }

    @Test
    void aCaseIsFoundByItsOwnersNameAndTellsWhichRulesFiredOnWhatAndUnderWhichSection() {
        CertificationCase certification =
                filed(FirmOnPaper.eligible("Sundial Masonry LLC", FILED)).fileIs(true);
        assertThat(certification
                        .analyst
                        .open("/cases?party=marisol+invent")
                        .page()
                        .select("tbody th")
                        .eachText())
                .contains(certification.number);
        Document page =
                certification.analyst.open("/cases/" + certification.number).page();
        assertThat(page.select(".mf-facts").text())
                .contains("Sundial Masonry LLC (firm)")
                .contains("Marisol Inventada (owner)");
        String rules = page.select("section[aria-labelledby=rules]").text();
        assertThat(rules)
                .contains("Is the owner's personal net worth within the limit? R-210", "KCMO Code § 3-461(c)")
                .contains("R-211", "R-213", "R-221")
                .contains("Met");
        // Whoever only reads cases sees that the rule fired, and nothing of the net worth.
        String read = city.person("carla.compliance", "creo-compliance")
                .open("/cases/" + certification.number)
                .page()
                .select("section[aria-labelledby=rules] tr:contains(R-210)")
                .text();
        assertThat(read)
                .contains("kept confidential under KCMO Code § 3-461(p)")
                .doesNotContain("Net worth ");
    }

    @Test
    void aVoidedCaseSetsItsApplicationAsideAndOneThatWasDecidedIsNotVoided() {
        CertificationCase mistaken = filed(FirmOnPaper.eligible("Twice Filed LLC", FILED));
        assertThat(voided(mistaken).status()).isEqualTo(200);
        assertThat(city.bean(CaseFiles.class).row(mistaken.number).orElseThrow().outcome())
                .isEqualTo("Void");
        assertThat(mistaken.analyst
                        .open("/records/civil-rights/application/" + mistaken.applicationId)
                        .page()
                        .text())
                .contains("Void");

        CertificationCase withdrawn = filed(FirmOnPaper.eligible("Gave Up LLC", FILED));
        assertThat(withdrawn.withdraws(FILED).status()).isEqualTo(200);
        city.runDueJobs();
        Person.Answer refused = voided(withdrawn);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("The application was withdrawn, and bars, appeals and the directory count");
        assertThat(city.bean(CaseFiles.class)
                        .row(withdrawn.number)
                        .orElseThrow()
                        .outcome())
                .isNotEqualTo("Void");
    }

    /** Two people void the case; returns the second one's answer. */
    private static Person.Answer voided(CertificationCase of) {
        String act = "/api/cases/" + of.number + "/acts/void";
        String seen = of.analyst.get(act).json().path("seen").asText();
        String request = of.analyst
                .post(act, Map.of("seen", seen, "reason", "The same application came twice"))
                .json()
                .path("waiting")
                .path("id")
                .asText();
        return of.director.post(
                "/api/cases/" + of.number + "/requests/" + request, Map.of("action", "agree", "seen", seen));
    }

    @Test
    void anEligibleFirmIsCertifiedForThreeYearsAndListed() {
        CertificationCase certification = filed(FirmOnPaper.eligible("Relampago Electric LLC", FILED))
                .fileIs(true)
                .reviewed()
                .auditIs(false);
        assertThat(certification.task("userTask_decideApplication").getDueDate().toInstant())
                .isEqualTo(endOf(LocalDate.of(2025, 8, 31))); // the internal target of 90 days (C-123), not law
        city.today(LocalDate.of(2025, 7, 1)); // Tuesday

        certification.done(certification.decides(certification.director, "CERTIFY", true, true));

        certification
                .process()
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_applicationSubmitted",
                        "serviceTask_findReapplicationBar",
                        "serviceTask_checkLookBack",
                        "serviceTask_checkGraduationBar",
                        "userTask_checkCompleteness",
                        "callActivity_reviewEligibility",
                        "userTask_decideApplication",
                        "serviceTask_issueCertification",
                        "serviceTask_publishDirectoryEntry",
                        "serviceTask_sendCertificationNotice",
                        "endEvent_certified")
                .hasNotPassed("userTask_setDocumentsDeadline", "callActivity_dbeReliance", "userTask_confirmDenial");
        assertThat(certification.path())
                .contains("serviceTask_checkOwnership", "endEvent_reviewed")
                .doesNotContain("userTask_determineStatus", "callActivity_onSiteAudit");
        assertThat(certification.directory("name=Relampago")).containsOnly("Relampago Electric LLC");
        assertThat(certification.directory("name=Relampago&asOf=2025-06-30")).isEmpty();
        assertThat(certification
                        .director
                        .open("/records/civil-rights/certificate/" + certification.applicationId)
                        .page()
                        .text())
                .contains("July 1, 2028"); // C-101: through the anniversary
        assertThat(certification.page()).contains("Certified");
    }

    @Test
    void missingDocumentsByTheDirectorsDeadlineEndInDenialWithoutAppeal() {
        CertificationCase certification = filed(
                        FirmOnPaper.eligible("Forgetful Wiring LLC", FILED).withoutLocalTaxReturn())
                .fileIs(false)
                .documentsDue(DEADLINE);
        assertThat(certification.timerDue()).isEqualTo(endOf(DEADLINE));

        city.now(endOf(DEADLINE).plusSeconds(1));
        city.runDueJobs();
        assertThat(certification.openTasks()).containsExactly("userTask_confirmDenial");
        city.today(DEADLINE.plusDays(2));
        certification.ground("DOCUMENTS_MISSING").denialConfirmed();

        assertThat(certification.isEnded()).isTrue();
        certification
                .process()
                .isEnded()
                .hasPassed("timerEvent_documentsDue", "serviceTask_recordMissingDocuments", "endEvent_denied")
                .hasNotPassed("messageEvent_documentsReceived", "callActivity_reviewEligibility");
    }

    @Test
    void aDeadlineThatLeavesTheFirmNoTimeIsRefused() {
        CertificationCase certification = filed(
                        FirmOnPaper.eligible("Hurried Wiring LLC", FILED).withoutLocalTaxReturn())
                .fileIs(false);
        for (LocalDate day : List.of(FILED, FILED.minusDays(30), FILED.plusYears(2))) {
            Person.Answer refused = certification.director.complete(
                    certification.number, "userTask_setDocumentsDeadline", Map.of("documentsDueOn", day.toString()));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("The last day for the documents, " + day);
        }
        assertThat(certification.openTasks()).containsExactly("userTask_setDocumentsDeadline");
    }

    @Test
    void documentsByTheDeadlineBringTheFileBackToTheAnalyst() {
        CertificationCase certification = filed(
                        FirmOnPaper.eligible("Slow Post LLC", FILED).withoutLocalTaxReturn())
                .fileIs(false)
                .documentsDue(DEADLINE);

        city.today(DEADLINE);
        certification.accepted(certification.documentsCame(DEADLINE));

        assertThat(certification.openTasks()).containsExactly("userTask_checkCompleteness");
        assertThat(certification.path())
                .contains("messageEvent_documentsReceived")
                .doesNotContain("timerEvent_documentsDue");
    }

    @Test
    void timelyDocumentsKeyedAfterTheTimerFiredBringTheFileBack() {
        CertificationCase certification = filed(
                        FirmOnPaper.eligible("Late Clerk LLC", FILED).withoutLocalTaxReturn())
                .fileIs(false)
                .documentsDue(DEADLINE);
        city.now(endOf(DEADLINE).plusSeconds(1));
        city.runDueJobs();
        assertThat(certification.openTasks()).containsExactly("userTask_confirmDenial");

        city.today(DEADLINE.plusDays(3));
        certification.accepted(certification.documentsCame(DEADLINE));

        assertThat(certification.openTasks()).containsExactly("userTask_checkCompleteness");
        assertThat(certification.path())
                .contains("messageEvent_timelyDocuments", "serviceTask_restoreTimelyFile")
                .doesNotContain("endEvent_denied");
    }

    @Test
    void timelyDocumentsKeyedAfterTheDenialReopenTheCase() {
        CertificationCase certification = filed(
                        FirmOnPaper.eligible("Lost Envelope LLC", FILED).withoutLocalTaxReturn())
                .fileIs(false)
                .documentsDue(DEADLINE);
        city.now(endOf(DEADLINE).plusSeconds(1));
        city.runDueJobs();
        certification.ground("DOCUMENTS_MISSING").denialConfirmed();
        assertThat(certification.isEnded()).isTrue();

        city.today(DEADLINE.plusDays(5));
        certification.accepted(certification.documentsCame(DEADLINE.minusDays(1)));

        assertThat(certification.openTasks()).containsExactly("userTask_checkCompleteness");
        assertThat(certification.page()).contains(certification.number);
    }

    @Test
    void documentsAfterTheDeadlineAreRefusedWithTheSection() {
        CertificationCase certification = filed(
                        FirmOnPaper.eligible("Too Late LLC", FILED).withoutLocalTaxReturn())
                .fileIs(false)
                .documentsDue(DEADLINE);
        city.now(endOf(DEADLINE).plusSeconds(1));
        city.runDueJobs();
        city.today(DEADLINE.plusDays(1));

        Person.Answer answer = certification.documentsCame(DEADLINE.plusDays(1));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().text()).contains("§ 3-461(g)");
        assertThat(certification.openTasks()).containsExactly("userTask_confirmDenial");
    }

    @Test
    void aFileIsNotCalledCompleteWhileDocumentsAreMissing() {
        CertificationCase certification =
                filed(FirmOnPaper.eligible("Thin File LLC", FILED).withoutLocalTaxReturn());

        Person.Answer answer = certification.analyst.complete(
                certification.number, "userTask_checkCompleteness", Map.of("fileComplete", true));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Local tax return", "§ 3-461(g)");
        assertThat(certification.openTasks()).containsExactly("userTask_checkCompleteness");
    }

    @Test
    void theAnalystCannotDecideAndTheReviewerNeverWill() {
        CertificationCase certification = filed(FirmOnPaper.eligible("Four Eyes LLC", FILED))
                .fileIs(true)
                .reviewed()
                .auditIs(false);

        Person.Answer analyst = certification.decides(certification.analyst, "CERTIFY", true, true);
        assertThat(analyst.status()).as(analyst.body()).isEqualTo(403);

        Person both = city.person("bo.both", "creo-analyst", "creo-director");
        CertificationCase second = filed(FirmOnPaper.eligible("Six Eyes LLC", FILED))
                .fileIs(true)
                .ownershipReviewed()
                .controlReviewed()
                .skillReviewed();
        second.found("CUF", true, Map.of());
        second.done(both.complete(second.number, "userTask_reviewUsefulFunction", Map.of()))
                .auditIs(false);
        Person.Answer reviewer = second.decides(both, "CERTIFY", true, true);
        assertThat(reviewer.status()).as(reviewer.body()).isEqualTo(403);
        assertThat(reviewer.body())
                .contains("Review commercially useful function", "second person")
                .doesNotContain("Exception:");
        assertThat(second.openTasks()).containsExactly("userTask_decideApplication");
    }

    @Test
    void aReviewIsNotClosedWithoutItsFinding() {
        CertificationCase certification =
                filed(FirmOnPaper.eligible("No Finding LLC", FILED)).fileIs(true);

        Person.Answer answer =
                certification.analyst.complete(certification.number, "userTask_reviewOwnership", Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("§ 3-461");
    }

    @Test
    void aFindingNamesTheEvidenceOnWhichItRests() {
        CertificationCase certification =
                filed(FirmOnPaper.eligible("Bare Assertion LLC", FILED)).fileIs(true);

        Person.Answer answer = certification.submit(
                "determinations",
                "record-finding",
                Map.of(
                        "criterion", "OWNERSHIP",
                        "met", "true",
                        "standardOfProof", "PREPONDERANCE",
                        "reasons", "It looked right."));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().text()).contains("Mark the documents on which the finding rests");
    }

    @Test
    void ownershipOf50_99PercentIsDeniedWithTheRouteToTheCitysAppeal() {
        FirmOnPaper firm = FirmOnPaper.eligible("Almost Half LLC", FILED).interest("owner-1", "50.99");
        CertificationCase certification = filed(firm).fileIs(true);
        certification.found("OWNERSHIP", false, Map.of("reasonCode", "OWNERSHIP_BELOW_51"));
        certification
                .done(certification.analyst.complete(certification.number, "userTask_reviewOwnership", Map.of()))
                .controlReviewed()
                .skillReviewed()
                .functionReviewed()
                .auditIs(false);

        Person.Answer certify = certification.decides(certification.director, "CERTIFY", true, false);
        assertThat(certify.status()).as(certify.body()).isEqualTo(400);

        certification
                .done(certification.decides(certification.director, "DENY", false, false))
                .ground("OWNERSHIP_BELOW_51")
                .denialConfirmed();

        assertThat(certification.isEnded()).isTrue();
        assertThat(certification.path())
                .contains("serviceTask_determineAppealRoute", "serviceTask_sendDenialNotice", "endEvent_denied")
                .doesNotContain("serviceTask_issueCertification");
        assertThat(certification.directory("name=Almost")).isEmpty();
    }

    @Test
    void aQuestionedStatusGoesToTheDirector() {
        CertificationCase certification = filed(FirmOnPaper.eligible("Questioned LLC", FILED));
        certification.accepted(certification.questionsStatus("Held out otherwise in an earlier filing."));
        certification.fileIs(true);
        assertThat(certification.openTasks()).containsExactly("userTask_determineStatus");

        Person.Answer tooEarly =
                certification.director.complete(certification.number, "userTask_determineStatus", Map.of());
        assertThat(tooEarly.status()).isEqualTo(400);
        certification.found("STATUS", true, Map.of("ownerId", certification.ownerId()));
        certification.done(certification.director.complete(certification.number, "userTask_determineStatus", Map.of()));

        assertThat(certification.openTasks()).containsExactly("userTask_reviewOwnership");
    }

    @Test
    void theCityReliesOnAUcpCertificateForDbe() {
        FirmOnPaper firm = FirmOnPaper.eligible("Relied On LLC", FILED).programs("MBE", "DBE");
        firm.json.put("dbeCertificateAuthority", "UCP");
        CertificationCase certification = filed(addCertificate(firm)).fileIs(true);
        assertThat(certification.openTasks())
                .containsExactlyInAnyOrder("userTask_reviewOwnership", "userTask_verifyCertificate");

        certification.done(certification.analyst.complete(
                certification.number,
                "userTask_verifyCertificate",
                Map.of("certificateAuthority", "UCP", "certificateValid", true, "dbeDefinitionMet", true)));

        assertThat(certification.path())
                .contains("serviceTask_recordReliance", "endEvent_dbeRecognized", "endEvent_dbeResultKnown")
                .doesNotContain("messageEvent_ucpResultReceived");
        assertThat(certification.openTasks()).containsExactly("userTask_reviewOwnership");
    }

    private static FirmOnPaper addCertificate(FirmOnPaper firm) {
        ((com.fasterxml.jackson.databind.node.ArrayNode) firm.json.path("documents"))
                .addObject()
                .setAll((com.fasterxml.jackson.databind.node.ObjectNode)
                        firm.json.path("documents").get(0).deepCopy());
        ((com.fasterxml.jackson.databind.node.ObjectNode) firm.json
                        .path("documents")
                        .get(firm.json.path("documents").size() - 1))
                .put("type", "UCP_CERTIFICATE")
                .put("fileName", "ucp.pdf");
        return firm;
    }

    @Test
    void withoutACertificateTheUcpsResultIsAwaitedBesideTheReview() {
        FirmOnPaper firm = FirmOnPaper.eligible("Under Review LLC", FILED).programs("MBE", "DBE");
        CertificationCase certification = filed(firm).fileIs(true);
        certification.done(certification.analyst.complete(
                certification.number,
                "userTask_verifyCertificate",
                Map.of("certificateAuthority", "NONE", "certificateValid", false, "dbeDefinitionMet", false)));
        assertThat(certification.path())
                .contains("serviceTask_decideReliance")
                .doesNotContain("endEvent_dbeRecognized");

        certification.reviewed().auditIs(false);
        certification.done(certification.decides(certification.director, "CERTIFY", true, false));
        assertThat(certification.path()).contains("endEvent_certified");
        assertThat(certification.isEnded()).isFalse();

        city.engine()
                .getRuntimeService()
                .createMessageCorrelation("ucpResultReceived")
                .processInstanceBusinessKey(certification.number)
                .setVariable("ucpCertified", true)
                .setVariable("ucpDecidedOn", "2025-06-02")
                .correlate();
        city.runDueJobs();

        assertThat(certification.path()).contains("serviceTask_recordUcpResult", "endEvent_dbeResultRecorded");
        assertThat(certification.isEnded()).isTrue();
    }

    @Test
    void anAuditIsMadeReportedAndTheDecisionFollows() {
        CertificationCase certification = filed(FirmOnPaper.eligible("Audited LLC", FILED))
                .fileIs(true)
                .reviewed()
                .auditIs(true)
                .auditScheduled(FILED.plusDays(7));
        city.today(FILED.plusDays(7));
        certification.auditBegan(FILED.plusDays(7)).auditReported(FILED.plusDays(7));

        assertThat(certification.path())
                .contains("serviceTask_announceAudit", "serviceTask_recordAuditStart", "endEvent_audited")
                .doesNotContain("serviceTask_recordAuditRefusal");
        assertThat(certification.openTasks()).containsExactly("userTask_decideApplication");
    }

    @Test
    void aRefusedAuditLeadsToTheDirectorsDenial() {
        CertificationCase certification = filed(FirmOnPaper.eligible("Locked Door LLC", FILED))
                .fileIs(true)
                .reviewed()
                .auditIs(true)
                .auditScheduled(FILED)
                .auditRefused();

        assertThat(certification.openTasks()).containsExactly("userTask_confirmDenial");
        assertThat(certification.path()).contains("errorEvent_auditRefused", "serviceTask_recordAuditRefusal");
        certification.ground("AUDIT_REFUSED").denialConfirmed();
        assertThat(certification.path()).contains("endEvent_denied").doesNotContain("userTask_decideApplication");
    }

    @Test
    void aFirmWithdrawsBeforeAnAuditAndIsBarredForAYear() {
        FirmOnPaper firm = FirmOnPaper.eligible("Second Thoughts LLC", FILED);
        CertificationCase certification = filed(firm).fileIs(true);
        certification.accepted(certification.withdraws(FILED));

        assertThat(certification.isEnded()).isTrue();
        assertThat(certification.path())
                .contains("serviceTask_recordWithdrawal", "endEvent_withdrawn")
                .doesNotContain("serviceTask_refuseWithdrawal");

        city.today(LocalDate.of(2026, 6, 2)); // C-103: barred through the anniversary
        CertificationCase barred = filed(firm);
        assertThat(barred.isEnded()).isTrue();
        assertThat(barred.path())
                .contains("serviceTask_refuseBarredApplication", "endEvent_notAccepted")
                .doesNotContain("userTask_checkCompleteness", "serviceTask_checkLookBack");

        city.today(LocalDate.of(2026, 6, 3)); // the first day
        assertThat(filed(firm).openTasks()).containsExactly("userTask_checkCompleteness");
    }

    @Test
    void staffWithdrawACaseFromItsPageOnTheProcessesOwnWay() {
        CertificationCase certification =
                filed(FirmOnPaper.eligible("By Letter LLC", FILED)).fileIs(true);
        String act = "/cases/" + certification.number + "/acts/withdraw";
        Document page = certification.analyst.open(act).page();
        assertThat(page.select("section[aria-labelledby=effects]").text())
                .contains("its process decides by law whether the withdrawal is allowed");
        certification.accepted(certification.analyst.submit(
                act,
                Map.of(
                        "receivedOn",
                        FILED.toString(),
                        "reason",
                        "The firm wrote that it withdraws",
                        "seen",
                        page.select("input[name=seen]").attr("value"))));

        assertThat(certification.isEnded()).isTrue();
        assertThat(certification.path()).contains("serviceTask_recordWithdrawal", "endEvent_withdrawn");
    }

    @Test
    void aWithdrawalAfterTheAuditBeganIsRefusedAndTheReviewGoesOn() {
        CertificationCase certification = filed(FirmOnPaper.eligible("Cold Feet LLC", FILED))
                .fileIs(true)
                .reviewed()
                .auditIs(true)
                .auditScheduled(FILED)
                .auditBegan(FILED);

        certification.accepted(certification.withdraws(FILED));

        assertThat(certification.path())
                .contains("serviceTask_refuseWithdrawal", "endEvent_withdrawalRefused")
                .doesNotContain("endEvent_withdrawn");
        assertThat(certification.openTasks()).containsExactly("userTask_reportAudit");
    }

    @Test
    void aPersonOfAnotherDepartmentSeesNothingOfTheCase() {
        CertificationCase certification = filed(FirmOnPaper.eligible("Private LLC", FILED));
        Person stranger = city.person("rita.realestate", "real-estate");

        assertThat(stranger.get("/engine-rest/task").json()).isEmpty();
        assertThat(stranger.get("/engine-rest/process-instance").json()).isEmpty();
        assertThat(stranger.open("/cases/" + certification.number).status()).isIn(403, 404);
        assertThat(stranger.open("/records/civil-rights/owners/" + certification.applicationId)
                        .status())
                .isEqualTo(403);
        assertThat(stranger.complete(certification.number, "userTask_checkCompleteness", Map.of())
                        .status())
                .isIn(403, 404);
    }

    @Test
    void noBusinessDataReachesTheEnginesTables() {
        FirmOnPaper firm = FirmOnPaper.eligible("Planted Values LLC", FILED);
        firm.owner.put("name", "Zuleika Quintessenz");
        firm.netWorth
                .withArray("assets")
                .removeAll()
                .addObject()
                .put("kind", "SECURITIES")
                .put("marketValue", 314159.26)
                .put("ownership", "INDIVIDUAL")
                .put("sharePercent", 100);
        CertificationCase certification = filed(firm).fileIs(true).reviewed().auditIs(false);
        certification.done(certification.decides(certification.director, "CERTIFY", true, true));

        assertThat(new EngineTables(city).searched("Quintessenz", "314159", "Planted Values", firm.taxId()))
                .isEmpty();
        assertThat(certification
                        .director
                        .open("/records/civil-rights/owners/" + certification.applicationId)
                        .body())
                .contains("Zuleika Quintessenz");
        assertThat(certification
                        .director
                        .open("/records/civil-rights/net-worth/" + certification.applicationId)
                        .body())
                .contains("314,159.26");
    }
}
