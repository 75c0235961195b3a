package org.muniflow.portal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.muniflow.api.intake.Intake;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.department.Department;
import org.muniflow.casework.department.Standing;
import org.muniflow.portal.RateLimit;
import org.muniflow.portal.TrialDepartments;
import org.muniflow.portal.TrialModule;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ApplicationApiTest {

    private final MockMvc site = site(100);

    private enum Program {
        MBE,
        WBE
    }

    private record Owner(
            @NotBlank String name, @NotNull @Max(100) BigDecimal percent) {}

    private record Firm(
            @NotBlank String firmName,
            LocalDate formedOn,
            Boolean sworn,
            Integer employees,
            Program program,
            @NotEmpty(message = "Name at least one owner") List<@Valid Owner> owners) {}

    private static final class Door implements Intake<Firm> {

        @Override
        public String key() {
            return "certification";
        }

        @Override
        public String title() {
            return "Certification";
        }

        @Override
        public Class<Firm> input() {
            return Firm.class;
        }

        @Override
        public Receipt accept(Firm input, LocalDate receivedOn) {
            if (input.firmName().equals("Known")) {
                throw new Rejected("firmName", "This firm has applied already.");
            }
            return new Receipt("CERT-2026-000001", "A-1", receivedOn, "We check whether the file is complete.");
        }
    }

    @Test
    void aGoodSubmissionGetsAReceiptWithItsCaseNumber() throws Exception {
        send("{\"firmName\":\"A\",\"formedOn\":\"2020-01-31\",\"owners\":[{\"name\":\"Ana\",\"percent\":51.5}]}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.caseNumber").value("CERT-2026-000001"))
                .andExpect(jsonPath("$.receivedOn").value("2026-11-20"))
                .andExpect(jsonPath("$.inbox").value("/inbox"))
                .andExpect(jsonPath("$.inboxCode").value("7K3QF-0M2XA-9YH4C-TW8B1"));
    }

    @Test
    void everyUnknownIllTypedAndInvalidFieldIsNamedWithItsPathInOneAnswer() throws Exception {
        List<String> fields = fields(
                send(
                        "{\"firmName\":\" \",\"colour\":1,\"formedOn\":\"1/2/2020\",\"sworn\":\"yes\","
                                + "\"employees\":1.5,\"program\":\"XBE\",\"owners\":[{\"name\":7,\"percent\":101,\"age\":3},5]}"));
        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "colour",
                        "formedOn",
                        "sworn",
                        "employees",
                        "program",
                        "owners[0].name",
                        "owners[0].age",
                        "owners[1]",
                        "firmName",
                        "owners[0].percent");
        send("{\"firmName\":\"A\",\"program\":\"XBE\",\"owners\":[]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.errors[0].message").value("'program' must be one of MBE, WBE, not \"XBE\"."))
                .andExpect(jsonPath("$.errors[1].message").value("Name at least one owner."));
    }

    @Test
    void charactersAndDatesThatNoRecordCanHoldAreRefused() throws Exception {
        assertThat(fields(send("{\"firmName\":\"A\\u0000B\",\"formedOn\":\"-9999-01-01\",\"owners\":[null]}")))
                .contains("firmName", "formedOn", "owners[0]");
    }

    @Test
    void brokenDuplicateAndForeignBodiesAreRefusedInWords() throws Exception {
        send("{\"firmName\":").andExpect(status().isBadRequest());
        send("").andExpect(jsonPath("$.message").value("The body is empty; send one JSON object."));
        send("[]").andExpect(jsonPath("$.message").value("The body must be one JSON object."));
        send("{\"firmName\":\"A\",\"firmName\":\"B\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message").value(org.hamcrest.Matchers.containsString("name each field once")));
        send("{\"firmName\":\"A\"} x").andExpect(status().isBadRequest());
        site.perform(post("/api/applications/certification")
                        .contentType("application/xml")
                        .content("<a/>"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.message").value("Send JSON with the header Content-Type: application/json."));
    }

    @Test
    void aRejectionByTheModuleNamesItsField() throws Exception {
        assertThat(fields(send("{\"firmName\":\"Known\",\"owners\":[{\"name\":\"Ana\",\"percent\":1}]}")))
                .containsExactly("firmName");
    }

    @Test
    void anUnknownDoorIsNotFoundAndTheListNamesTheOpenOnes() throws Exception {
        site.perform(get("/api/applications/zoo")).andExpect(status().isNotFound());
        site.perform(get("/api/applications"))
                .andExpect(jsonPath("$[0].address").value("/api/applications/certification"));
    }

    @Test
    void theSchemaNamesFieldsTypesAndWhatIsRequired() throws Exception {
        site.perform(get("/api/applications/certification"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Certification"))
                .andExpect(jsonPath("$.properties.formedOn.format").value("date"))
                .andExpect(jsonPath("$.properties.program.enum[1]").value("WBE"))
                .andExpect(jsonPath("$.required").value(org.hamcrest.Matchers.hasItem("firmName")))
                .andExpect(jsonPath("$.additionalProperties").value(false));
    }

    @Test
    void tooManySubmissionsFromOneAddressAreAskedToWait() throws Exception {
        MockMvc narrow = site(2);
        for (int i = 0; i < 2; i++) {
            narrow.perform(post("/api/applications/certification")
                            .contentType("application/json")
                            .content("{}"))
                    .andExpect(status().isBadRequest());
        }
        narrow.perform(post("/api/applications/certification")
                        .contentType("application/json")
                        .content("{}"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.message").value(org.hamcrest.Matchers.startsWith("Too many submissions")));
        narrow.perform(post("/api/applications/certification")
                        .contentType("application/json")
                        .content("{}")
                        .with(request -> {
                            request.setRemoteAddr("10.0.0.9");
                            return request;
                        }))
                .andExpect(status().isBadRequest());
    }

    private ResultActions send(String body) throws Exception {
        return site.perform(post("/api/applications/certification")
                .contentType("application/json")
                .content(body));
    }

    private static List<String> fields(ResultActions answer) throws Exception {
        JsonNode body =
                new ObjectMapper().readTree(answer.andReturn().getResponse().getContentAsByteArray());
        return StreamSupport.stream(body.get("errors").spliterator(), false)
                .map(error -> error.get("field").textValue())
                .toList();
    }

    @Test
    void aDoorWhoseDepartmentTakesNoNewCasesIsClosedInWords() throws Exception {
        Standing finishing = new Standing(
                Standing.Kind.FINISHING, "The module trial takes no new cases at present; those that are open go on.");
        MockMvc closed =
                site(new TrialModule(List.of(new Door()), Map.of()), new TrialDepartments(finishing, List.of()), 100);
        closed.perform(get("/api/applications"))
                .andExpect(jsonPath("$.length()").value(0));
        closed.perform(post("/api/applications/certification")
                        .contentType("application/json")
                        .content("{}"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "300"))
                .andExpect(jsonPath("$.status").value(503))
                .andExpect(jsonPath("$.message").value(finishing.sentence()));
    }

    @Test
    void theDoorOfAStoppedModuleSaysSoAndAnUnknownOneIsNotFound() throws Exception {
        Standing stopped = new Standing(
                Standing.Kind.AWAY,
                "The module trial is stopped; its cases wait and nothing is lost. Try again later.");
        MockMvc closed = site(
                new TrialModule(List.of(), Map.of()),
                new TrialDepartments(
                        stopped, List.of(new Department.Offer(Department.Offer.Kind.INTAKE, "certification"))),
                100);
        closed.perform(post("/api/applications/certification")
                        .contentType("application/json")
                        .content("{}"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.message").value(stopped.sentence()));
        closed.perform(get("/api/applications/certification"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.message").value(stopped.sentence()));
        closed.perform(get("/api/applications/fishing")).andExpect(status().isNotFound());
    }

    private static MockMvc site(int perMinute) {
        return site(new TrialModule(List.of(new Door()), Map.of()), TrialDepartments.open(), perMinute);
    }

    private static MockMvc site(TrialModule city, TrialDepartments departments, int perMinute) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneId.of("America/Chicago"));
        ApplicationApi api = new ApplicationApi(
                city,
                departments,
                new RateLimit(perMinute, clock),
                caseNumber -> caseNumber.equals("CERT-2026-000001") ? "7K3QF-0M2XA-9YH4C-TW8B1" : null,
                new DataSourceTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:applications")),
                clock);
        return MockMvcBuilders.standaloneSetup(api)
                .setMessageConverters(
                        new org.springframework.http.converter.json.MappingJackson2HttpMessageConverter(city.json()))
                .build();
    }
}
