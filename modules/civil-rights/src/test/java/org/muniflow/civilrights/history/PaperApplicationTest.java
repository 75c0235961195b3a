package org.muniflow.civilrights.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.muniflow.testkit.City;
import org.muniflow.testkit.CityExtension;
import org.muniflow.testkit.ModuleJar;
import org.muniflow.testkit.Person;

/** An application that came in on paper is keyed by a clerk; the law counts from its stamp, not from the keying. */
class PaperApplicationTest {

    @RegisterExtension
    static final CityExtension CITY = CityExtension.of(() -> ModuleJar.pack(Path.of("target/classes")));

    private static final LocalDate STAMPED = LocalDate.of(2025, 6, 2); // Monday
    private static final LocalDate KEYED = LocalDate.of(2025, 6, 10); // Tuesday
    private static final String NEW = "/records/civil-rights/new-application/new";

    @Test
    void aPaperApplicationIsKeyedWithItsReceivedDateAndStartsItsCase() {
        City city = CITY.city().today(KEYED);
        Person clerk = CertificationCase.analyst(city);

        Person.Answer opened = clerk.submit(NEW, firm(STAMPED));
        assertThat(opened.path()).startsWith("/records/civil-rights/application/");
        String page = opened.path();
        String applicationId = page.substring(page.lastIndexOf('/') + 1);

        Person.Answer tooEarly = clerk.amend(page, "submit-application", Map.of());
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.page().text()).contains("Enter at least one owner", "Enter at least one NAICS code");

        clerk.submit(
                "/records/civil-rights/owners/" + applicationId,
                Map.of(
                        "name", "Paloma Inventada",
                        "citizenship", "CITIZEN",
                        "minorityCategory", "HISPANIC_LATINO",
                        "selfIdentifiedHistorically", "true",
                        "isWoman", "true",
                        "action", "save-owner"));
        clerk.submit(
                "/records/civil-rights/naics/" + applicationId,
                Map.of("code", "238210", "performedAndControlled", "true", "action", "save-naics"));
        Person.Answer submitted = clerk.amend(page, "submit-application", Map.of());

        Matcher number =
                Pattern.compile("CERT-2025-\\d{6}").matcher(submitted.page().text());
        assertThat(number.find()).as(submitted.page().text()).isTrue();
        HistoricVariableInstance receivedOn = city.engine()
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(
                        city.instance(number.group(), "certification").getId())
                .variableName("receivedOn")
                .singleResult();
        assertThat(receivedOn.getValue()).isEqualTo("2025-06-02");
        assertThat(clerk.open("/cases/" + number.group()).page().text()).contains("Jun 2, 2025", "Paper Trail LLC");
    }

    @Test
    void aStampFromTomorrowIsRefusedAtItsField() {
        CITY.city().today(KEYED);
        Person.Answer refused = CertificationCase.analyst(CITY.city()).submit(NEW, firm(KEYED.plusDays(1)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()
                        .select("#receivedOn-error, [id*=receivedOn][class*=error]")
                        .text())
                .contains("lies in the future");
    }

    private static Map<String, String> firm(LocalDate receivedOn) {
        return Map.ofEntries(
                Map.entry("receivedOn", receivedOn.toString()),
                Map.entry("federalTaxId", "43-9990001"),
                Map.entry("legalName", "Paper Trail LLC"),
                Map.entry("entityType", "LLC"),
                Map.entry("programs", "WBE"),
                Map.entry("mailingStreet", "12 Invented Avenue"),
                Map.entry("mailingCity", "Kansas City"),
                Map.entry("mailingState", "MO"),
                Map.entry("mailingPostalCode", "64106"),
                Map.entry("email", "office@papertrail.example"),
                Map.entry("action", "open-file"));
    }
}
