package org.muniflow.samplepermits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.muniflow.testkit.City;
import org.muniflow.testkit.CityExtension;
import org.muniflow.testkit.ModuleJar;
import org.muniflow.testkit.Person;

/** Requests from the public's door to the permit in the mail, in a whole city. */
@Tag("engine")
class RequestHistoriesTest {

    @RegisterExtension
    static final CityExtension CITY = CityExtension.of(() -> ModuleJar.pack(Path.of("target/classes")));

    private static String requested(City city) {
        Person.Answer sent = city.visitor()
                .post(
                        "/api/applications/sample-permits-request",
                        Map.of("applicant", "Ada Park", "street", "1 Main St", "city", "Kansas City, MO", "days", 3));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        city.runDueJobs();
        return sent.json().path("caseNumber").asText();
    }

    private static Person clerk(City city) {
        return city.person("lee", SamplePermitsModule.CLERKS);
    }

    @Test
    void aGrantedRequestBecomesAPermitWhenTheTimeForObjectionsIsOver() {
        City city = CITY.city().today(LocalDate.of(2026, 3, 2));
        String number = requested(city);
        assertThat(clerk(city)
                        .complete(number, "userTask_decideRequest", Map.of("decision", "GRANT"))
                        .status())
                .isEqualTo(204);

        city.runDueJobs();
        assertThat(clerk(city).open("/cases/" + number).page().text()).doesNotContain("Permit issued");
        city.today(LocalDate.of(2026, 3, 20)).runDueJobs();

        assertThat(clerk(city).open("/cases/" + number).page().text())
                .contains("Permit issued")
                .contains("Permit: Ada Park");
        String register = "/api/registers/sample-permits-issued?applicant=PARK&asOf=";
        assertThat(city.visitor().get(register + "2026-03-20").json().path("rows"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("permit").asText()).isEqualTo(number));
        assertThat(city.visitor()
                        .get(register + "2026-03-02")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void aRefusalNeedsAReason() {
        City city = CITY.city().today(LocalDate.of(2026, 3, 2));
        String number = requested(city);

        Person.Answer bare = clerk(city).complete(number, "userTask_decideRequest", Map.of("decision", "REFUSE"));
        Person.Answer reasoned = clerk(city)
                .complete(
                        number,
                        "userTask_decideRequest",
                        Map.of("decision", "REFUSE", "decisionReason", "The place is taken."));

        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body()).contains("The refusal has no reason");
        assertThat(reasoned.status()).isEqualTo(204);
        assertThat(clerk(city).open("/cases/" + number).page().text()).contains("Request refused");
    }
}
