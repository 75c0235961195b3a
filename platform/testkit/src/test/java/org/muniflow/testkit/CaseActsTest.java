package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.ledger.LedgerEntry;
import org.muniflow.testkit.Person.Answer;

/** Staff correct the course of cases: back to a step, withdrawn, void; alone or with a second person. */
@Tag("engine")
class CaseActsTest {

    private static final String DECIDE = "userTask_decideRequest";
    private static final String REASON = "The wrong box was ticked on the form";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private static Path folder;

    private static City city;
    private static Person cleo;
    private static Person carl;

    private String number;

    @BeforeAll
    static void open() {
        city = City.opening()
                .on(Database.ofRun())
                .in(folder.resolve("data"))
                .with("muniflow.cases.tell-every", "PT1S")
                .open();
        city.today(TODAY).install(SampleModule.version("1.0.0").into(folder));
        cleo = city.person("cleo.clerk", SampleModule.CLERKS);
        carl = city.person("carl.clerk", SampleModule.CLERKS);
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @BeforeEach
    void request() {
        city.today(TODAY);
        Answer filed = city.visitor()
                .post(
                        "/api/applications/" + SampleModule.PROCESS,
                        Map.of("applicant", "Ada Park", "street", "1 Main Street", "city", "Kansas City", "days", 3));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        number = filed.json().path("caseNumber").asText();
        city.runDueJobs();
    }

    @Test
    void aWrongCompletionIsCorrectedByGoingBackAndWhatWasRecordedStays() {
        decide("GRANT");
        Document preview = page(cleo, "/acts/go-back");
        assertThat(preview.select("section[aria-labelledby=effects]").text())
                .contains("opens anew")
                .contains("Everything recorded stays");
        assertThat(preview.select("legend, .usa-radio").text()).contains("Decide request");

        Document done = act(cleo, "go-back", Map.of("element", DECIDE, "reason", REASON));
        assertThat(done.select("[role=status]").text()).isEqualTo("The case is at \"Decide request\" again.");
        assertThat(done.select("section[aria-labelledby=next]").text()).contains("Decide request");
        assertThat(clocks())
                .extracting(clock -> clock.computation().clockId() + " " + clock.state())
                .containsExactlyInAnyOrder("C-SAMP-1 MET", "C-SAMP-2 CANCELLED", "C-SAMP-1 RUNNING");
        assertThat(journal())
                .contains("cleo.clerk: Went back to \"Decide request\": " + REASON + ".")
                .anyMatch(line -> line.contains("Task completed: Decide request"));

        decide("REFUSE");
        assertThat(file().outcome()).isEqualTo("Request refused");
    }

    @Test
    void reopeningADecidedCaseNeedsASecondPersonWhoIsNotTheSame() {
        decide("REFUSE");
        Document asked = act(cleo, "go-back", Map.of("element", DECIDE, "reason", REASON));
        assertThat(asked.select("[role=status]").text()).startsWith("Asked. A second person");
        assertThat(asked.select(".usa-alert--warning").text())
                .contains("cleo.clerk asks to go back to \"Decide request\"");
        assertThat(file().state()).isEqualTo("ENDED");
        assertThat(asked.select("#correct")).isEmpty();

        String request = asked.select(".usa-alert--warning a").attr("href");
        Answer own = cleo.submit(request, Map.of("seen", seen(cleo, request), "action", "agree"));
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.page().select("[role=alert]").text()).contains("You asked for this yourself");
        assertThat(file().state()).isEqualTo("ENDED");

        Answer agreed = carl.submit(request, Map.of("seen", seen(carl, request), "action", "agree"));
        assertThat(agreed.page().select("[role=status]").text()).isEqualTo("The case is at \"Decide request\" again.");
        assertThat(file().state()).isEqualTo("OPEN");
        assertThat(journal())
                .contains("cleo.clerk: Asked to go back to \"Decide request\": " + REASON + ".")
                .contains("carl.clerk: Went back to \"Decide request\": " + REASON
                        + ". Asked by cleo.clerk, agreed by carl.clerk.");
        decide("GRANT");
    }

    @Test
    void aMistakenCaseIsVoidedByTwoPeople() {
        decide("GRANT");
        city.today(LocalDate.of(2026, 4, 15)).runDueJobs();
        assertThat(file().outcome()).isEqualTo("Permit issued");
        assertThat(letters()).containsExactly("QUEUED");

        Document preview = page(cleo, "/acts/void");
        assertThat(preview.select("section[aria-labelledby=effects] li").eachText())
                .contains(
                        "The case's outcome becomes \"Void\" instead of \"Permit issued\".",
                        "Letters that wait to be sent are withdrawn: \"Permit: Ada Park\".",
                        "The department's module sets the record at the same time.",
                        "The number " + number + " stays used; the case, its documents and its journal are kept.");
        Document asked = act(cleo, "void", Map.of("reason", "The same request came twice"));
        String request = asked.select(".usa-alert--warning a").attr("href");
        carl.submit(request, Map.of("seen", seen(carl, request), "action", "agree"));

        assertThat(file().outcome()).isEqualTo("Void");
        assertThat(record()).isEqualTo("VOID");
        assertThat(letters()).containsExactly("WITHDRAWN");
        assertThat(journal()).contains("carl.clerk: A letter that was not sent yet was withdrawn.");
        assertThat(page(carl, "/acts/go-back").text()).contains("a void case stays void");
        assertThat(page(carl, "/acts/void").text()).contains("The case is void already");
        assertThat(city.engine()
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count())
                .isEqualTo(1);
        String voided = number;
        request();
        assertThat(number).isGreaterThan(voided);
    }

    @Test
    void voidingAnOpenCaseEndsItsTasksAndClocks() {
        Document asked = act(cleo, "void", Map.of("reason", "The same request came twice"));
        assertThat(file().state()).isEqualTo("OPEN");
        String request = asked.select(".usa-alert--warning a").attr("href");
        carl.submit(request, Map.of("seen", seen(carl, request), "action", "agree"));
        assertThat(file().state() + " " + file().outcome()).isEqualTo("ENDED Void");
        assertThat(clocks()).extracting(LedgerEntry::state).containsExactly(LedgerEntry.State.CANCELLED);
        assertThat(carl.open("/work").page().text()).doesNotContain(number);
        assertThat(page(carl, "").text()).contains("The case has ended: Void");
    }

    @Test
    void aRequestIsRefusedWithItsReasonOrTakenBack() {
        String first = act(cleo, "void", Map.of("reason", "The same request came twice"))
                .select(".usa-alert--warning a")
                .attr("href");
        Answer silent = carl.submit(first, Map.of("action", "decline", "answer", ""));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.page().select("#field-answer-error").text()).contains("Give the reason");
        Answer refused =
                carl.submit(first, Map.of("action", "decline", "answer", "The two requests differ in their days"));
        assertThat(refused.page().select("[role=status]").text()).isEqualTo("Refused; nothing has changed.");
        assertThat(journal())
                .contains("carl.clerk: Refused to void the case as cleo.clerk had asked: The two requests differ in"
                        + " their days.");

        String second = act(cleo, "void", Map.of("reason", "The same request came twice"))
                .select(".usa-alert--warning a")
                .attr("href");
        assertThat(act(carl, "withdraw", Map.of("receivedOn", "2026-03-02", "reason", REASON))
                        .select("[role=alert]")
                        .text())
                .contains("cleo.clerk has asked to void the case");
        cleo.submit(second, Map.of("action", "decline"));
        assertThat(journal()).contains("cleo.clerk: Took back the request to void the case.");
        assertThat(carl.open(second).status()).isEqualTo(404);
        assertThat(file().state()).isEqualTo("OPEN");
    }

    @Test
    void aCaseWithoutAWayForWithdrawalsEndsAsWithdrawn() {
        Document wrong = act(cleo, "withdraw", Map.of("receivedOn", "2026-03-09", "reason", "no"));
        assertThat(wrong.select("#field-receivedOn-error").text()).contains("lies in the future");
        assertThat(wrong.select("#field-reason-error").text()).contains("Give the reason");

        Document done =
                act(cleo, "withdraw", Map.of("receivedOn", "2026-03-02", "reason", "Ada Park wrote that she moves"));
        assertThat(done.select("[role=status]").text()).isEqualTo("The case is withdrawn.");
        assertThat(file().state() + " " + file().outcome()).isEqualTo("ENDED Withdrawn");
        assertThat(record()).isEqualTo("WITHDRAWN");
        assertThat(clocks()).extracting(LedgerEntry::state).containsExactly(LedgerEntry.State.CANCELLED);
        assertThat(journal()).contains("cleo.clerk: Withdrawal received on 2026-03-02: Ada Park wrote that she moves.");
    }

    @Test
    void whatWasNotSeenIsNotDone() {
        String seen = seen(cleo, "/cases/" + number + "/acts/withdraw");
        decide("GRANT");
        Answer stale = cleo.submit(
                "/cases/" + number + "/acts/withdraw",
                Map.of("receivedOn", "2026-03-02", "reason", REASON, "seen", seen));
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.page().select("[role=alert]").text())
                .contains("The case has changed since you opened this page");
        assertThat(file().state()).isEqualTo("OPEN");
    }

    @Test
    void onlyThoseWithTheRightCorrect() {
        Person stranger = city.person("rita.realestate", "real-estate");
        for (String act : List.of("go-back", "withdraw", "void")) {
            assertThat(stranger.open("/cases/" + number + "/acts/" + act).status())
                    .isEqualTo(404);
        }
        assertThat(cleo.open("/cases/" + number + "/acts/dance").status()).isEqualTo(404);
        // An administrator runs the house and decides no cases.
        assertThat(city.admin().open("/cases/" + number + "/acts/void").status())
                .isNotEqualTo(200);
        assertThat(city.admin().open("/cases/" + number).page().select("#correct"))
                .isEmpty();
        String request = act(cleo, "void", Map.of("reason", "The same request came twice"))
                .select(".usa-alert--warning a")
                .attr("href");
        assertThat(stranger.open(request).status()).isEqualTo(404);
    }

    @Test
    void aStoppedModuleHoldsNoVoidingUpAndSetsItsRecordWhenItRunsAgain() {
        module("stop");
        assertThat(page(cleo, "/acts/void")
                        .select("section[aria-labelledby=effects]")
                        .text())
                .contains("The department's module does not run now. It is told of this when it runs again");
        Document asked = act(cleo, "void", Map.of("reason", "The same request came twice"));
        String request = asked.select(".usa-alert--warning a").attr("href");
        carl.submit(request, Map.of("seen", seen(carl, request), "action", "agree"));
        assertThat(file().outcome()).isEqualTo("Void");
        assertThat(record()).isEqualTo("RECEIVED");

        module("start");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(record()).isEqualTo("VOID"));
        assertThat(journal())
                .contains(
                        "null: The department's module, which runs again, was told what had been done: void the case.");
    }

    @Test
    void machinesCorrectACaseUnderTheSameRulesAsPeopleDoOnPages() {
        String path = "/api/cases/" + number + "/acts/void";
        JsonNode preview = cleo.get(path).json();
        assertThat(preview.path("needsSecond").asBoolean()).isTrue();
        assertThat(preview.path("possible").asBoolean()).isTrue();
        assertThat(preview.path("effects").toString()).contains("The open task \\\"Decide request\\\" closes undone.");
        String seen = preview.path("seen").asText();

        refused(cleo.post(path, Map.of("seen", seen)), 400, "Give the reason in a sentence", "reason");
        refused(
                cleo.post(path, Map.of("seen", "something else", "reason", REASON)),
                400,
                "The case has changed since you opened this page",
                "");
        Answer asked = cleo.post(path, Map.of("seen", seen, "reason", REASON));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(asked.json().path("state").asText()).isEqualTo("OPEN");
        String id = asked.json().path("waiting").path("id").asText();
        assertThat(carl.get("/api/cases/" + number + "/requests")
                        .json()
                        .path(0)
                        .path("wish")
                        .asText())
                .isEqualTo("void the case");

        String request = "/api/cases/" + number + "/requests/" + id;
        refused(
                cleo.post(request, Map.of("action", "agree", "seen", seen)),
                400,
                "You asked for this yourself; a second person has to agree.",
                "");
        refused(carl.post(request, Map.of("action", "dance")), 400, "Say agree or decline.", "action");
        refused(carl.post(request, Map.of("action", "decline")), 400, "Give the reason in a sentence", "answer");
        Answer agreed = carl.post(request, Map.of("action", "agree", "seen", seen));
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(200);
        assertThat(agreed.json().path("outcome").asText()).isEqualTo("Void");
        assertThat(file().outcome()).isEqualTo("Void");
        refused(carl.post(request, Map.of("action", "agree", "seen", seen)), 404, "No such request waits", "");

        Person stranger = city.person("rita.realestate", "real-estate");
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.post(path, Map.of("seen", seen, "reason", REASON)).status())
                .isEqualTo(404);
        assertThat(city.admin()
                        .post(path, Map.of("seen", seen, "reason", REASON))
                        .status())
                .isIn(403, 404);
        assertThat(city.visitor().post(path, Map.of("seen", seen)).status()).isIn(401, 403);
        assertThat(cleo.get("/api/cases/" + number + "/acts/dance").status()).isEqualTo(404);
    }

    @Test
    void machinesWithdrawAndGoBackToo() {
        String withdraw = "/api/cases/" + number + "/acts/withdraw";
        String seen = cleo.get(withdraw).json().path("seen").asText();
        refused(
                cleo.post(withdraw, Map.of("seen", seen, "reason", REASON, "receivedOn", "2026-03-09")),
                400,
                "This day lies in the future.",
                "receivedOn");
        refused(
                cleo.post(withdraw, Map.of("seen", seen, "reason", REASON, "receivedOn", "soon")),
                400,
                "receivedOn",
                "receivedOn");
        decide("GRANT");
        String back = "/api/cases/" + number + "/acts/go-back";
        JsonNode preview = cleo.get(back).json();
        assertThat(preview.path("steps").path(0).path("elementId").asText()).isEqualTo(DECIDE);
        Answer done = cleo.post(
                back,
                Map.of(
                        "element",
                        DECIDE,
                        "reason",
                        REASON,
                        "seen",
                        preview.path("seen").asText()));
        assertThat(done.json().path("message").asText()).isEqualTo("The case is at \"Decide request\" again.");
        String now = cleo.get(withdraw).json().path("seen").asText();
        Answer withdrawn = cleo.post(withdraw, Map.of("seen", now, "reason", REASON, "receivedOn", "2026-03-02"));
        assertThat(withdrawn.json().path("outcome").asText()).isEqualTo("Withdrawn");
    }

    private static void refused(Answer answer, int status, String words, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
        if (!field.isEmpty()) {
            assertThat(answer.body()).contains("\"" + field + "\"");
        }
    }

    private static void module(String act) {
        Answer answer = city.admin().post("/api/modules/sample-permits/1.0.0/" + act, Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String record() {
        return org.springframework.jdbc.core.simple.JdbcClient.create(city.bean(javax.sql.DataSource.class))
                .sql("select status from sample_permits.request where case_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private void decide(String decision) {
        Answer answer = cleo.complete(
                number, DECIDE, Map.of("decision", decision, "decisionReason", "The street is too narrow."));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private Document page(Person person, String path) {
        Answer answer = person.open("/cases/" + number + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.page();
    }

    private Document act(Person person, String word, Map<String, String> fields) {
        String path = "/cases/" + number + "/acts/" + word;
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("seen", seen(person, path));
        return person.submit(path, all).page();
    }

    private static String seen(Person person, String path) {
        return person.open(path).page().select("input[name=seen]").attr("value");
    }

    private CaseFiles.Row file() {
        return city.bean(CaseFiles.class).row(number).orElseThrow();
    }

    private List<LedgerEntry> clocks() {
        return city.bean(ClockLedger.class).ofCase(number);
    }

    private List<String> journal() {
        return city.bean(CaseJournal.class).ofCase(number, 0, 500).stream()
                .map((JournalEntry entry) -> entry.actor() + ": " + entry.what())
                .toList();
    }

    private List<String> letters() {
        return org.springframework.jdbc.core.simple.JdbcClient.create(city.bean(javax.sql.DataSource.class))
                .sql("select state from muniflow.notice where case_number = ?")
                .param(number)
                .query(String.class)
                .list();
    }
}
