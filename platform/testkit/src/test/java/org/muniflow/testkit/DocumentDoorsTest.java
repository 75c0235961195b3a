package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.testkit.Person.Answer;

/** Every door to a document, for every kind of person: open, closed, and in a compartment; newest and former versions. */
@Tag("engine")
class DocumentDoorsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private static Path folder;

    private static City city;
    private static String number;
    private static String record;
    private static String task;
    private static final Map<String, Person> PEOPLE = new LinkedHashMap<>();
    private static final Map<String, String> NEWEST = new LinkedHashMap<>();
    private static final Map<String, String> FORMER = new LinkedHashMap<>();

    @BeforeAll
    static void open() throws IOException {
        city = City.opening().on(Database.ofRun()).in(folder.resolve("data")).open();
        city.today(TODAY).install(SampleModule.version("1.0.0").into(folder));
        PEOPLE.put("clerk", city.person("cleo.clerk", SampleModule.CLERKS));
        PEOPLE.put("adviser", city.person("hana.health", SampleModule.CLERKS, "health-director"));
        PEOPLE.put("outsider", city.person("dora.director", "health-director"));
        PEOPLE.put("stranger", city.person("rita.realestate", "real-estate"));
        PEOPLE.put("administrator", city.admin());
        Answer filed = city.visitor()
                .post(
                        "/api/applications/" + SampleModule.PROCESS,
                        Map.of("applicant", "Ada Park", "street", "1 Main Street", "city", "Kansas City", "days", 3));
        number = filed.json().path("caseNumber").asText();
        record = filed.json().path("recordId").asText();
        city.runDueJobs();
        task = adviser().task(number, "userTask_decideRequest").getId();
        stored("open", "");
        stored("closed", "&confidential=true");
        stored("health", "&compartment=health");
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private static Person adviser() {
        return PEOPLE.get("adviser");
    }

    private static void stored(String kind, String mark) throws IOException {
        Answer first = adviser()
                .upload(
                        "/api/tasks/" + task + "/documents?type=PAPER_" + kind.toUpperCase(java.util.Locale.ROOT)
                                + mark,
                        "file",
                        file(kind + "-first.txt"));
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        Answer second = adviser()
                .upload(
                        "/api/documents/" + first.json().path("id").asText() + "/versions?reason=signed-" + kind,
                        "file",
                        file(kind + "-second.txt"));
        assertThat(second.status()).as(second.body()).isEqualTo(201);
        assertThat(second.json().path("version").asInt()).isEqualTo(2);
        FORMER.put(kind, first.json().path("id").asText());
        NEWEST.put(kind, second.json().path("id").asText());
    }

    private static Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "The content of " + name + ".\n");
    }

    @ParameterizedTest
    @CsvSource({
        "clerk,         open,   true",
        "clerk,         closed, true",
        "clerk,         health, false",
        "adviser,       open,   true",
        "adviser,       closed, true",
        "adviser,       health, true",
        "outsider,      open,   false",
        "outsider,      health, false",
        "stranger,      open,   false",
        "stranger,      closed, false",
        "stranger,      health, false",
        "administrator, open,   false",
        "administrator, closed, false",
        "administrator, health, false",
    })
    void aDocumentIsFoundAtEveryDoorOrAtNone(String who, String kind, boolean found) {
        Person person = PEOPLE.get(who);
        int status = found ? 200 : 404;
        for (String id : List.of(NEWEST.get(kind), FORMER.get(kind))) {
            assertThat(person.get("/api/documents/" + id).status())
                    .as("download")
                    .isEqualTo(status);
            assertThat(person.get("/api/documents/" + id + "/versions").status())
                    .as("versions")
                    .isEqualTo(status);
            Answer page = person.open("/cases/" + number + "/documents/" + id);
            assertThat(page.status()).as("page").isEqualTo(status);
            assertThat(page.body().contains(kind + "-first.txt")).as("page").isEqualTo(found);
            assertThat(person.post("/api/documents/" + id + "/mark?reason=", "").status())
                    .as("mark without a reason")
                    .isEqualTo(found ? 400 : 404);
        }
        for (String list : List.of(
                "/api/cases/" + number + "/documents", "/api/tasks/" + task + "/documents", "/cases/" + number)) {
            Answer answer = list.startsWith("/api/") ? person.get(list) : person.open(list);
            assertThat(answer.body().contains(kind + "-second.txt")).as(list).isEqualTo(found);
            if (!found) {
                assertThat(answer.body())
                        .as(list)
                        .doesNotContain(kind + "-first.txt")
                        .doesNotContain("signed-" + kind)
                        .doesNotContain(NEWEST.get(kind))
                        .doesNotContain(FORMER.get(kind));
            }
        }
        assertThat(person.open("/cases?q=" + kind + "-second").body()).doesNotContain(kind + "-second.txt");
    }

    @Test
    void modulesShowOnTheirPagesWhatThePersonMayReadAndCountAllInTheirRules() {
        var documents = city.bean(DocumentStore.class).forModule(SampleModule.NAME);
        assertThat(documents.ofRecord(record))
                .extracting(StoredDocument::fileName)
                .contains("open-second.txt", "closed-second.txt", "health-second.txt")
                .doesNotContain("open-first.txt");
        assertThat(documents.readable(record, Set.of(SampleModule.CLERKS)))
                .extracting(StoredDocument::fileName)
                .contains("open-second.txt", "closed-second.txt")
                .doesNotContain("health-second.txt");
        assertThat(documents.readable(record, Set.of(SampleModule.CLERKS, "health-director")))
                .extracting(StoredDocument::fileName)
                .contains("health-second.txt");
        assertThat(documents.readable(record, Set.of("health-director"))).isEmpty();
        assertThat(documents.versions(FORMER.get("open")))
                .extracting(StoredDocument::version)
                .containsExactly(2, 1);
    }

    @Test
    void theJournalNamesNothingOfWhatIsNotForEverybody() {
        assertThat(city.bean(CaseJournal.class).ofCase(number, 0, 500))
                .allSatisfy(line -> assertThat(line.what() + line.detail())
                        .doesNotContain("PAPER_HEALTH", "PAPER_CLOSED", "health-", "closed-", "signed-closed"))
                .anyMatch(line ->
                        line.what().equals("Document PAPER_OPEN was replaced by version 2; the former is kept."))
                .anyMatch(line -> line.what().startsWith("A document that is not for everybody"));
    }

    @Test
    void aMarkIsChangedWithReasonAndAuthorityAndByWhoMayOnly() throws IOException {
        Answer first = adviser().upload("/api/tasks/" + task + "/documents?type=LETTER", "file", file("marked.txt"));
        String id = first.json().path("id").asText();
        String page = "/cases/" + number + "/documents/" + id;
        Person clerk = PEOPLE.get("clerk");

        Answer unreadable = clerk.submit(page, page + "/mark", Map.of("closedUnder", "because", "reason", "Why not"));
        assertThat(unreadable.status()).isEqualTo(422);
        assertThat(unreadable.page().select("#field-closedUnder-error").text()).contains("cannot be read");
        Answer unexplained =
                clerk.submit(page, page + "/mark", Map.of("closedUnder", "RSMo § 610.021(14)", "reason", ""));
        assertThat(unexplained.page().select("#field-reason-error").text()).contains("Give the reason");

        Document closed = clerk.submit(
                        page,
                        page + "/mark",
                        Map.of("closedUnder", "RSMo § 610.021(14)", "reason", "It names a witness"))
                .page();
        assertThat(closed.select("[role=status]").text()).contains("marked");
        assertThat(closed.select("section[aria-labelledby=documents]").text())
                .contains("marked.txt")
                .contains("Closed under RSMo § 610.021(14)");
        assertThat(closed.select("section[aria-labelledby=journal]").text())
                .contains("A document was closed as a public record under RSMo § 610.021(14).")
                .doesNotContain("It names a witness");

        // The clerk may not put anything into a compartment of others; the adviser may, and then the clerk sees
        // nothing.
        assertThat(clerk.post("/api/documents/" + id + "/mark?compartment=health&reason=x", "")
                        .status())
                .isEqualTo(400);
        assertThat(adviser()
                        .post(
                                "/api/documents/" + id
                                        + "/mark?closedUnder=RSMo%20%C2%A7%20610.021(14)&compartment=health&reason=x",
                                "")
                        .status())
                .isEqualTo(200);
        assertThat(clerk.get("/api/documents/" + id).status()).isEqualTo(404);
        assertThat(adviser().get("/api/documents/" + id).status()).isEqualTo(200);
        Document history = adviser().open(page).page();
        assertThat(history.select("section[aria-labelledby=marks] tbody tr").eachText())
                .hasSize(2)
                .last()
                .asString()
                .contains("cleo.clerk Open Closed under RSMo § 610.021(14) It names a witness");
    }

    @Test
    void aVersionThatWasReplacedMeanwhileIsNotReplacedAgain() throws IOException {
        Answer late = adviser()
                .upload("/api/documents/" + FORMER.get("open") + "/versions?reason=late", "file", file("late.txt"));
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.body()).contains("There is a newer version of this document already");
        Answer silent =
                adviser().upload("/api/documents/" + NEWEST.get("open") + "/versions", "file", file("silent.txt"));
        assertThat(silent.body()).contains("Say in one sentence why there is a newer version");
    }
}
