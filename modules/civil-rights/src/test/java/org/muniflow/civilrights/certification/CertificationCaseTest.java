package org.muniflow.civilrights.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.muniflow.api.casework.Cases;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.standing.PriorStanding;
import org.muniflow.civilrights.standing.ReasonCode;
import org.muniflow.civilrights.table.Table;
import org.muniflow.testkit.City;
import org.muniflow.testkit.CityExtension;
import org.muniflow.testkit.ModuleJar;
import org.muniflow.testkit.Person;

/** Cases that end at the door or in a denial on the firm's past, and what the director cannot decide. */
@Tag("engine")
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
    void anOwnerOfAFirmRevokedForCauseWithinFiveYearsIsDenied() {
        Applicant former = Applicant.applying(city(), MONDAY);
        Applicant firm = Applicant.applying(city(), MONDAY);
        firm.past.record(controller(former, firm, "60"), "test");
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
    void peopleOfAFirmThatGraduatedForAllPurposesAreDenied() {
        Applicant former = Applicant.applying(city(), MONDAY);
        Applicant firm = Applicant.applying(city(), MONDAY);
        firm.past.record(controller(former, firm, "60"), "test");
        firm.past.record(
                new PriorStanding.Graduation(
                        Table.newId(),
                        former.firm.id(),
                        "ALL",
                        null,
                        LocalDate.of(2022, 1, 3),
                        LocalDate.of(2025, 1, 3),
                        null,
                        null),
                "test");

        firm.submitted();

        assertThat(openTasks(firm)).containsExactly("userTask_confirmDenial");
        assertThat(passed(firm))
                .contains("serviceTask_checkGraduationBar")
                .doesNotContain("userTask_checkCompleteness");
        firm.ground(ReasonCode.GRADUATED_OWNER_OR_AFFILIATE);
        confirmDenial(firm);
        assertThat(outcome(firm)).isEqualTo("Denied");
    }

    @Test
    void aGroundThatTakesTheAppealAwayNeedsAFinding() {
        Applicant firm = reviewed(Applicant.applying(city(), MONDAY));
        decideOnAudit(firm, false);
        done(dora.complete(
                firm.caseNumber, "userTask_decideApplication", Map.of("decision", "DENY", "decisionReasons", "Size.")));
        firm.ground(ReasonCode.SIZE_EXCEEDED);

        var answer = dora.complete(firm.caseNumber, "userTask_confirmDenial", Map.of("denialConfirmed", true));

        assertThat(answer.status()).isNotEqualTo(204);
        assertThat(answer.body()).contains("No finding in the file supports the ground SIZE_EXCEEDED");
    }

    private static PriorStanding.Controller controller(Applicant former, Applicant firm, String percent) {
        return new PriorStanding.Controller(
                Table.newId(), former.firm.id(), firm.owner.name(), new BigDecimal(percent), false, null, null);
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

    private static void confirmDenial(Applicant firm) {
        done(dora.complete(firm.caseNumber, "userTask_confirmDenial", Map.of("denialConfirmed", true)));
    }

    private static void done(Person.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private static String outcome(Applicant firm) {
        return city().bean(Cases.class).find(firm.caseNumber).orElseThrow().outcome();
    }

    private static List<String> openTasks(Applicant firm) {
        return city()
                .engine()
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
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(firm.caseNumber).list().stream()
                .flatMap(instance -> (Stream<HistoricActivityInstance>)
                        history
                                .createHistoricActivityInstanceQuery()
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
