package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.api.casework.Cases;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNeed;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleRefused;

/** What rules, rights, letters, clocks and reopened cases make of two versions of a department that run beside each other. */
@Tag("engine")
class LawByVersionTest {

    private static final ModuleId OLD = new ModuleId(SampleModule.NAME, "1.0.0");
    private static final ModuleId NEWER = new ModuleId(SampleModule.NAME, "2.0.0");
    private static final LocalDate BEFORE = LocalDate.of(2026, 6, 29);

    @TempDir
    private Path folder;

    private City city;
    private Person clerk;

    @BeforeEach
    void open() {
        city = City.opening().on(Database.ofRun()).in(folder.resolve("data")).open();
        city.today(BEFORE).install(SampleModule.version("1.0.0").into(folder));
        clerk = city.person("cleo.clerk", SampleModule.CLERKS);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void eachVersionSendsItsOwnLetter() {
        String old = requested(40);
        installNewer();
        String newer = requested(40);
        city.runDueJobs();
        assertThat(clerk.complete(newer, "userTask_inspectSite", Map.of("finding", "The site is fit."))
                        .status())
                .isEqualTo(204);
        city.runDueJobs();
        for (String number : List.of(old, newer)) {
            assertThat(clerk.complete(
                                    number,
                                    "userTask_decideRequest",
                                    Map.of("decision", "GRANT", "decidedOn", "2026-06-29"))
                            .status())
                    .isEqualTo(204);
        }
        city.today(BEFORE.plusDays(60));
        city.runDueJobs();
        assertThat(letter(old)).contains("good for").doesNotContain("was inspected first");
        assertThat(letter(newer)).contains("was inspected first");
    }

    @Test
    void activatingAnOlderVersionBringsItsRulesRightsAndLawBack() {
        installNewer();
        assertThat(rule()).isEqualTo("2.0.0");
        city.bean(ModuleOperations.class).activate(OLD, "admin");
        assertThat(rule()).isEqualTo("1.0.0");
        assertThat(clerk.post("/api/rules/R-SAMP-1", Map.of("receivedOn", "2026-07-02", "days", 1))
                        .json()
                        .path("value")
                        .asInt())
                .as("the table of 1.0.0 knows no amendment")
                .isEqualTo(12);
        assertThat(city.engine()
                        .getAuthorizationService()
                        .isUserAuthorized(
                                clerk.id(),
                                List.of(SampleModule.CLERKS),
                                Permissions.CREATE_INSTANCE,
                                Resources.PROCESS_DEFINITION,
                                SampleModule.PROCESS))
                .isTrue();
        String number = requested(3);
        city.runDueJobs();
        assertThat(version(number)).isEqualTo("1.0.0");
    }

    @Test
    void anEndedCaseOfAnOlderVersionIsReopenedThereAndRunsOnToItsEnd() {
        String number = requested(3);
        city.runDueJobs();
        clerk.complete(
                number,
                "userTask_decideRequest",
                Map.of("decision", "REFUSE", "decidedOn", "2026-06-29", "decisionReason", "No plan was filed."));
        installNewer();
        city.bean(Cases.class).reopen(number, "userTask_decideRequest", "the plan was filed in time", Map.of());

        assertThat(version(number)).isEqualTo("1.0.0");
        assertThat(definition(instance(number)).isSuspended())
                .as("it still takes no new case")
                .isTrue();
        clerk.complete(number, "userTask_decideRequest", Map.of("decision", "GRANT", "decidedOn", "2026-06-29"));
        city.today(BEFORE.plusDays(60));
        city.runDueJobs();
        assertThat(city.bean(Cases.class).find(number).orElseThrow().outcome()).isEqualTo("Permit issued");
    }

    @Test
    void casesAreReopenedAtOnceWhileNobodyElseFindsTheOlderModelOpen() {
        List<String> numbers = Stream.generate(() -> requested(3)).limit(8).toList();
        city.runDueJobs();
        String closed = definition(instance(numbers.get(0))).getId();
        numbers.forEach(number -> clerk.complete(
                number,
                "userTask_decideRequest",
                Map.of("decision", "REFUSE", "decidedOn", "2026-06-29", "decisionReason", "No plan was filed.")));
        installNewer();

        Stream<CompletableFuture<?>> reopened = numbers.stream()
                .map(number -> CompletableFuture.runAsync(() -> city.bean(Cases.class)
                        .reopen(number, "userTask_decideRequest", "the plan was filed in time", Map.of())));
        Stream<CompletableFuture<?>> refused = numbers.stream()
                .map(number -> CompletableFuture.runAsync(() -> assertThatThrownBy(
                                () -> city.engine().getRuntimeService().startProcessInstanceById(closed))
                        .isInstanceOf(SuspendedEntityInteractionException.class)));
        assertThat(Stream.concat(reopened, refused).toList())
                .allSatisfy(act -> assertThat(act).succeedsWithin(Duration.ofMinutes(1)));
        assertThat(numbers).allSatisfy(number -> assertThat(version(number)).isEqualTo("1.0.0"));
    }

    @Test
    void clocksAndLettersHoldTheVersionOfTheirCasesWithTheRemedy() {
        String number = requested(3);
        city.runDueJobs();
        installNewer();
        ModuleOperations operations = city.bean(ModuleOperations.class);
        assertThat(operations.needs(OLD))
                .filteredOn(need -> need.kind() == ModuleNeed.Kind.CLOCKS)
                .singleElement()
                .satisfies(need -> assertThat(need.sentence())
                        .isEqualTo("1 clock of the law runs for its cases (" + number
                                + "); wait until the act is recorded or the last day has passed."));
        assertThat(operations.needs(NEWER)).isEmpty();
        assertThatThrownBy(() -> operations.retire(OLD, "admin"))
                .isInstanceOf(ModuleRefused.class)
                .hasMessageContaining("1 clock of the law runs")
                .hasMessageContaining("1 task is open");

        clerk.complete(number, "userTask_decideRequest", Map.of("decision", "GRANT", "decidedOn", "2026-06-29"));
        city.today(BEFORE.plusDays(60));
        city.runDueJobs();
        assertThat(operations.needs(OLD)).extracting(ModuleNeed::kind).containsExactly(ModuleNeed.Kind.HISTORY);
        operations.retire(OLD, "admin");
        assertThat(operations.needs(NEWER))
                .as("2.0.0 is the last, and the permit's letter waits for the post")
                .singleElement()
                .satisfies(need -> {
                    assertThat(need.kind()).isEqualTo(ModuleNeed.Kind.NOTICES);
                    assertThat(need.examples()).containsExactly(number);
                });
    }

    private void installNewer() {
        city.install(SampleModule.version("2.0.0").into(folder));
    }

    private String requested(int days) {
        city.today(BEFORE);
        Person.Answer answer = city.visitor()
                .post(
                        "/api/applications/" + SampleModule.PROCESS,
                        Map.of(
                                "applicant",
                                "Ada Park",
                                "street",
                                "1 Main Street",
                                "city",
                                "Kansas City",
                                "days",
                                days));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("caseNumber").asText();
    }

    private ProcessInstance instance(String number) {
        return city.instance(number, SampleModule.PROCESS);
    }

    private ProcessDefinition definition(ProcessInstance instance) {
        return city.engine().getRepositoryService().getProcessDefinition(instance.getProcessDefinitionId());
    }

    private String version(String number) {
        return definition(instance(number)).getVersionTag();
    }

    private String rule() {
        return clerk.get("/api/rules/R-SAMP-1").json().path("version").asText();
    }

    private String letter(String number) {
        DocumentStore store = city.bean(DocumentStore.class);
        var letter = store.ofCase(number).get(0);
        try (InputStream content = store.open(letter);
                PDDocument pdf = Loader.loadPDF(content.readAllBytes())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
