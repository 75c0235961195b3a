package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.casework.cases.CaseHistory;
import org.muniflow.casework.document.DocumentDisposal;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry;
import org.muniflow.testkit.Person.Answer;

/** Records of ended cases: kept until their time has come, held by law, destroyed by two people; never by themselves. */
@Tag("engine")
class RetentionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String SERIES = "/retention/series/" + SampleModule.PROCESS;

    @TempDir
    private static Path folder;

    private static City city;
    private static Person clerk;
    private static Person rhea;
    private static Person ruth;
    private static Person counsel;

    @BeforeAll
    static void open() {
        city = City.opening().on(Database.ofRun()).in(folder.resolve("data")).open();
        city.today(TODAY).install(SampleModule.version("1.0.0").into(folder));
        clerk = city.person("cleo.clerk", SampleModule.CLERKS);
        rhea = city.person("rhea.records", "records-director");
        ruth = city.person("ruth.records", "records-director");
        counsel = city.person("carla.counsel", "law");
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private static String requested() {
        Answer filed = city.today(TODAY)
                .visitor()
                .post(
                        "/api/applications/" + SampleModule.PROCESS,
                        Map.of("applicant", "Ada Park", "street", "1 Main Street", "city", "Kansas City", "days", 3));
        city.runDueJobs();
        return filed.json().path("caseNumber").asText();
    }

    private static String ended(String number) {
        assertThat(clerk.complete(
                                number,
                                "userTask_decideRequest",
                                Map.of("decision", "REFUSE", "decisionReason", "Too narrow."))
                        .status())
                .isEqualTo(204);
        return number;
    }

    private static String document(String number, String name, String text) {
        try {
            String task = clerk.task(number, "userTask_decideRequest").getId();
            Answer stored = clerk.upload(
                    "/api/tasks/" + task + "/documents", "file", Files.writeString(folder.resolve(name), text));
            assertThat(stored.status()).as(stored.body()).isEqualTo(201);
            return stored.json().path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer hold(String number, String scope) {
        String page = "/retention/cases/" + number;
        return counsel.submit(
                page,
                page + "/holds",
                Map.of("scope", scope, "authority", "Park v. City, 2616-CV01234", "reason", "The city is sued"));
    }

    private static Answer released(String number) {
        String page = "/retention/cases/" + number;
        String address = counsel.open(page)
                .page()
                .select("section[aria-labelledby=release] form")
                .attr("action");
        return counsel.submit(page, address, Map.of("releaseReason", "The suit is over"));
    }

    private static long histories(String number) {
        return history()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }

    private static HistoryService history() {
        return city.engine().getHistoryService();
    }

    /** The engine's own clean-up, far beyond the models' time to live. */
    private static void cleanUp() {
        city.today(LocalDate.of(2037, 1, 4));
        history().cleanUpHistoryAsync(true);
        for (Job job : history().findHistoryCleanupJobs()) {
            city.engine().getManagementService().executeJob(job.getId());
        }
        city.today(TODAY);
    }

    private static List<String> journal(String number) {
        return city.bean(CaseJournal.class).ofCase(number, 0, 500).stream()
                .map(JournalEntry::what)
                .toList();
    }

    @Test
    void theEnginesCleanUpLeavesWhatAHoldKeepsWhenEverItWasPlaced() {
        String free = ended(requested());
        String heldAfter = ended(requested());
        String heldBefore = requested();
        assertThat(hold(heldAfter, "CASE").status()).isEqualTo(200);
        hold(heldBefore, "RECORD");
        ended(heldBefore);
        assertThat(journal(heldBefore))
                .contains("A legal hold was placed (Park v. City, 2616-CV01234): The city is sued");

        cleanUp();
        assertThat(histories(free)).isZero();
        assertThat(histories(heldAfter)).isEqualTo(1);
        assertThat(histories(heldBefore)).isEqualTo(1);
        assertThat(city.bean(CaseHistory.class).steps(heldBefore)).isNotEmpty();

        String instance = history()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(heldAfter)
                .singleResult()
                .getId();
        assertThatThrownBy(() -> history().deleteHistoricProcessInstance(instance))
                .hasMessageContaining("A legal hold keeps the history of case " + heldAfter);
        assertThat(city.admin()
                        .delete("/engine-rest/history/process-instance/" + instance)
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(histories(heldAfter)).isEqualTo(1);

        assertThat(released(heldAfter).page().select("[role=status]").text()).isEqualTo("The hold is released.");
        cleanUp();
        assertThat(histories(heldAfter)).isZero();
        assertThat(histories(heldBefore)).isEqualTo(1);
    }

    @Test
    void aRecordIsDestroyedOnlyAfterItsPeriodWithoutAHoldAndByTwoPeople() throws Exception {
        String number = requested();
        String other = requested();
        String held = requested();
        String first = document(number, "plan.txt", "The plan of Main Street.");
        String shared = document(number, "shared.txt", "The same in two cases.");
        String kept = document(other, "shared.txt", "The same in two cases.");
        ended(number);
        ended(held);

        // Nothing is due before the city has set a period, and that needs its authority.
        assertThat(clerk.open("/retention").status()).isEqualTo(403);
        assertThat(rhea.open("/retention")
                        .page()
                        .select("section[aria-labelledby=series]")
                        .text())
                .contains("Not set: for ever");
        assertThat(clerk.open("/cases/" + number).page().select("dl").text())
                .contains("for ever: the city has set no period");
        Answer unfounded = rhea.submit(
                SERIES,
                SERIES + "/periods",
                Map.of("amount", "2", "unit", "YEARS", "authority", "", "effectiveFrom", "2026-01-01", "reason", "x"));
        assertThat(unfounded.status()).isEqualTo(422);
        assertThat(unfounded.page().select("#field-authority-error").text()).contains("Name what sets the period");
        rhea.submit(
                SERIES,
                SERIES + "/periods",
                Map.of(
                        "amount", "2",
                        "unit", "YEARS",
                        "authority", "Test schedule, series 7",
                        "effectiveFrom", "2026-01-01",
                        "reason", "A test's own schedule"));
        assertThat(clerk.open("/cases/" + number).page().select("dl").text())
                .contains("until Mar 2, 2028 (2 years, Test schedule, series 7)");
        city.today(LocalDate.of(2028, 3, 2));
        assertThat(rhea.open(SERIES).body()).doesNotContain(number);
        assertThat(asked(number).body()).contains("It has to be kept until 2028-03-02");

        city.today(LocalDate.of(2028, 3, 3));
        hold(held, "CASE");
        assertThat(rhea.open(SERIES)
                        .page()
                        .select("section[aria-labelledby=due]")
                        .text())
                .contains(number)
                .doesNotContain(held)
                .doesNotContain(other);
        assertThat(asked(held).body()).contains("A legal hold keeps it.");

        Answer request = asked(number);
        assertThat(request.status()).as(request.body()).isEqualTo(200);
        assertThat(request.page().select("table").text()).contains(number + " 2 46 Its record is destroyed.");
        assertThat(rhea.submit(request.path(), Map.of("action", "agree")).status())
                .isEqualTo(422);
        assertThat(clerk.get("/api/documents/" + first).status()).isEqualTo(200);

        // A hold that comes between the two people is stronger than both.
        hold(number, "CASE");
        Answer stopped = ruth.submit(request.path(), Map.of("action", "agree"));
        assertThat(stopped.page().select("[role=status]").text()).contains(number + ": A legal hold keeps it.");
        assertThat(clerk.get("/api/documents/" + first).status()).isEqualTo(200);
        released(number);

        Path file = file(first);
        Path sharedFile = file(shared);
        for (Path one : List.of(file, sharedFile)) {
            Files.setLastModifiedTime(one, FileTime.from(Instant.EPOCH));
        }
        Document done =
                ruth.submit(asked(number).path(), Map.of("action", "agree")).page();
        assertThat(done.select("[role=status]").text()).startsWith("Disposed of. The journal of each case");
        assertThat(clerk.get("/api/documents/" + first).status()).isEqualTo(404);
        assertThat(clerk.get("/api/documents/" + kept).status()).isEqualTo(200);
        assertThat(file).doesNotExist();
        assertThat(sharedFile).exists();
        assertThat(histories(number)).isZero();
        assertThat(city.bean(CaseHistory.class).steps(number)).isEmpty();
        String sha256 = city.bean(DocumentStore.class)
                .find(first)
                .orElseThrow()
                .document()
                .sha256();
        assertThat(journal(number))
                .contains("Disposed of: OTHER, version 1, SHA-256 " + sha256 + ".")
                .anyMatch(line -> line.contains("Asked by rhea.records, agreed by ruth.records"));
        assertThat(clerk.open("/cases/" + number).page().select("dl").text()).contains("disposed of Mar 3, 2028");
        assertThat(asked(number).body()).contains("Its record was disposed of already.");
        city.today(TODAY);
    }

    @Test
    void aFileThatIsStoredAnewWhileItIsRemovedStays() throws Exception {
        String number = requested();
        String id = document(number, "again.txt", "Stored, destroyed, stored anew.");
        Path file = file(id);
        city.bean(DocumentDisposal.class).dispose(number);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        // The same content comes in again, and with it the file is young.
        String again = document(requested(), "again.txt", "Stored, destroyed, stored anew.");
        city.bean(DocumentDisposal.class).removeFiles();
        assertThat(file).exists();
        assertThat(clerk.get("/api/documents/" + again).body()).isEqualTo("Stored, destroyed, stored anew.");
        assertThat(Stream.of(file.getParent().toFile().list()))
                .contains(file.getFileName().toString());
    }

    private static Answer asked(String number) {
        return rhea.submit(
                "/retention", "/retention/disposals", Map.of("chosen", number, "reason", "Their time has come"));
    }

    private static Path file(String id) {
        String sha256 =
                city.bean(DocumentStore.class).find(id).orElseThrow().document().sha256();
        return city.data()
                .resolve("documents")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
