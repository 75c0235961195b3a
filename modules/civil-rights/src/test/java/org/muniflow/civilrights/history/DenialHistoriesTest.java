package org.muniflow.civilrights.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.muniflow.testkit.City;
import org.muniflow.testkit.CityExtension;
import org.muniflow.testkit.ModuleJar;
import org.muniflow.testkit.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Denials: for what the firm's people did before, and on the merits, with the appeal they leave (§ 3-461(r), (t), (u)). */
@Tag("engine")
class DenialHistoriesTest {

    @RegisterExtension
    static final CityExtension CITY = CityExtension.of(() -> ModuleJar.pack(Path.of("target/classes")));

    private static final LocalDate FILED = LocalDate.of(2025, 6, 2); // Monday

    private City city;

    @BeforeEach
    void mondayMorning() {
        city = CITY.city().today(FILED);
    }

    private CertificationCase filedBy(String owner, String name) {
        FirmOnPaper firm = FirmOnPaper.eligible(name, FILED);
        firm.owner.put("name", owner);
        return CertificationCase.filed(city, firm);
    }

    @Test
    void V_044_anOwnerOfAFirmRevokedForCauseWithinFiveYearsIsDenied() {
        FormerFirm.of(city, "Ramona Erfunden", 60).revokedForCause(LocalDate.of(2020, 6, 2));
        CertificationCase certification = filedBy("Ramona Erfunden", "Fresh Start LLC");

        assertThat(certification.openTasks()).containsExactly("userTask_confirmDenial");
        certification.ground("LOOKBACK_REVOKED_5Y").denialConfirmed();

        certification
                .process()
                .isEnded()
                .hasPassed("serviceTask_checkLookBack", "endEvent_denied")
                .hasNotPassed("serviceTask_checkGraduationBar", "userTask_checkCompleteness");
    }

    @Test
    void theRowThatDecidedWhereTheFirmMayAppealIsInTheCasesJournal() {
        FormerFirm.of(city, "Rosa Erfunden", 60).revokedForCause(LocalDate.of(2020, 6, 2));
        CertificationCase certification = filedBy("Rosa Erfunden", "Told Why LLC");
        certification.ground("LOOKBACK_REVOKED_5Y").denialConfirmed();

        assertThat(JdbcClient.create(city.bean(DataSource.class))
                        .sql("select what from muniflow.journal where case_number = ? and kind = 'RULE'")
                        .param(certification.number)
                        .query(String.class)
                        .list())
                .anyMatch(line -> line.matches("Table denial-appeal-route: \\S+ fired\\."));
    }

    @Test
    void V_044_aRevocationOneDayOlderIsNoObstacle() {
        FormerFirm.of(city, "Regina Erfunden", 60).revokedForCause(LocalDate.of(2020, 6, 1));

        assertThat(filedBy("Regina Erfunden", "Clean Slate LLC").openTasks())
                .containsExactly("userTask_checkCompleteness");
    }

    @Test
    void peopleOfAFirmThatGraduatedForAllPurposesAreDenied() {
        FormerFirm.of(city, "Gloria Erfunden", 60).graduatedForAllPurposes(LocalDate.of(2022, 1, 3));
        CertificationCase certification = filedBy("Gloria Erfunden", "Graduate Again LLC");

        assertThat(certification.openTasks()).containsExactly("userTask_confirmDenial");
        certification.ground("GRADUATED_OWNER_OR_AFFILIATE").denialConfirmed();

        certification
                .process()
                .isEnded()
                .hasPassed("serviceTask_checkGraduationBar", "endEvent_denied")
                .hasNotPassed("userTask_checkCompleteness");
    }

    @Test
    void C_105_theAppealPeriodRunsFromTheReceiptOfTheCertifiedLetter() {
        CertificationCase certification = undecided("Under Control LLC");
        certification.found("CONTROL", false, Map.of("reasonCode", "CONTROL_NOT_SHOWN"));
        Person.Answer certify = certification.decides(certification.director, "CERTIFY", true, false);
        assertThat(certify.status()).isEqualTo(400);
        assertThat(certify.body()).contains("CONTROL_NOT_SHOWN");
        certification.done(certification.decides(certification.director, "DENY", false, false));
        Person.Answer groundless = certification.director.complete(
                certification.number, "userTask_confirmDenial", Map.of("denialConfirmed", true));
        assertThat(groundless.status()).isEqualTo(400);
        assertThat(groundless.body()).contains("No ground of denial");
        certification.ground("CONTROL_NOT_SHOWN").denialConfirmed();

        Element letter = certification
                .analyst
                .open("/notices")
                .page()
                .selectFirst("tr:contains(" + certification.number + ") a[href^=/notices/]");
        assertThat(letter).isNotNull();
        String notice = letter.attr("href");
        certification.accepted(mail(certification.analyst, notice, LocalDate.of(2025, 6, 2)));
        city.today(LocalDate.of(2025, 6, 6)); // Friday
        certification.accepted(receipt(certification.analyst, notice, LocalDate.of(2025, 6, 5)));

        // 20 business days from Thursday 5 June: Juneteenth and the Fourth of July are not counted.
        assertThat(certification.page()).contains("C-105", "July 7, 2025", "Juneteenth");
    }

    private static Person.Answer mail(Person clerk, String notice, LocalDate mailedOn) {
        return clerk.submit(
                notice,
                notice + "/mailing",
                Map.of("mailedOn", mailedOn.toString(), "articleNumber", "9407100000000000000001"));
    }

    private static Person.Answer receipt(Person clerk, String notice, LocalDate receivedOn) {
        return clerk.submit(notice, notice + "/receipt", Map.of("receivedOn", receivedOn.toString()));
    }

    @Test
    void aGroundThatTakesTheAppealAwayNeedsAFinding() {
        CertificationCase certification = undecided("Small Enough LLC");
        certification
                .done(certification.decides(certification.director, "DENY", false, false))
                .ground("SIZE_EXCEEDED");

        Person.Answer answer = certification.director.complete(
                certification.number, "userTask_confirmDenial", Map.of("denialConfirmed", true));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("No finding in the file supports the ground SIZE_EXCEEDED");
    }

    private CertificationCase undecided(String name) {
        return CertificationCase.filed(city, FirmOnPaper.eligible(name, FILED))
                .fileIs(true)
                .reviewed()
                .auditIs(false);
    }
}
