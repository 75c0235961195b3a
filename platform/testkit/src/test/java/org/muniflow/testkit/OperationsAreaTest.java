package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.api.casework.Documents;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operators' pages: what fails and is tried again, what waits, and who has how much to do. */
@Tag("engine")
class OperationsAreaTest {

    @TempDir
    private Path folder;

    private City city;

    @BeforeEach
    void open() {
        city = City.opening()
                .open()
                .install(SampleModule.version("1.0.0").into(folder))
                .today(LocalDate.of(2026, 3, 2));
    }

    @AfterEach
    void close() {
        city.close();
    }

    private Document page(String path) {
        Person.Answer answer = city.admin().open(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.page();
    }

    private ManagementService jobs() {
        return city.engine().getManagementService();
    }

    /** Lets the first step of a case fail at every try. */
    private SampleCase failed() {
        SampleCase begun = SampleCase.requested(city, 2);
        Job job = jobs().createJobQuery()
                .processInstanceId(
                        city.instance(begun.number(), SampleModule.PROCESS).getId())
                .singleResult();
        jobs().setJobRetries(job.getId(), 0);
        return begun;
    }

    private List<String> journal(SampleCase of) {
        return city.bean(CaseJournal.class).ofCase(of.number(), 0, 100).stream()
                .filter(line -> line.kind() == JournalEntry.Kind.NOTE)
                .map(line -> line.actor() + ": " + line.what())
                .toList();
    }

    @Test
    void theHeaderLeadsTheAdministratorToEveryPageAndNobodyElse() {
        Document start = page("/");
        assertThat(start.select("header a[href=/admin]").text()).isEqualTo("Operations");
        page("/admin").select("nav[aria-label=Operations] a").eachAttr("href").stream()
                .filter(address -> address.startsWith("/admin"))
                .forEach(address -> assertThat(page(address).select("nav[aria-label=Operations] a[aria-current=page]"))
                        .as(address)
                        .hasSize(1));
        Person clerk = city.person("lee", SampleModule.CLERKS);
        assertThat(clerk.open("/").page().select("a[href^=/admin]")).isEmpty();
        for (String address : List.of("/admin", "/admin/incidents", "/admin/outbox", "/admin/work")) {
            assertThat(clerk.open(address).status()).as(address).isEqualTo(403);
        }
    }

    @Test
    void aFailedStepIsShownWithItsCaseAndReasonAndIsTriedAgain() {
        SampleCase begun = failed();
        assertThat(page("/admin").text()).contains("1 wait for another try");
        Document kinds = page("/admin/incidents");
        assertThat(kinds.select("tbody tr").text()).contains("Assess fee", "Permit request", "1.0.0", "1");
        String address = kinds.select("tbody th a").attr("href");

        Document step = page(address);

        assertThat(step.select("h1").text()).isEqualTo("Assess fee failed");
        assertThat(step.select("tbody tr").text()).contains(begun.number(), "It failed without a message");
        String retry = step.select("tbody form").attr("action");
        Person.Answer tried = city.admin().submit(address, retry, Map.of());
        assertThat(tried.page().select(".usa-alert--success").text())
                .isEqualTo("The step of " + begun.number() + " is tried again now.");
        assertThat(page("/admin/incidents").text()).contains("No step has failed.");
        assertThat(journal(begun))
                .anyMatch(line -> line.startsWith("admin: The failed step Assess fee was let try again"));
        city.runDueJobs();
        assertThat(begun.tasks()).containsExactly("userTask_decideRequest");
        assertThat(city.admin().submit("/admin/incidents", retry, Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void allCasesOfAFailedStepAreTriedAgainForAReason() {
        List<SampleCase> begun = List.of(failed(), failed(), failed());
        String address = page("/admin/incidents").select("tbody th a").attr("href");
        String retry = page(address).select("a:contains(try them again)").attr("href");
        Document preview = page(retry);
        assertThat(preview.select("h1").text()).isEqualTo("Try 3 again?");
        assertThat(preview.select("tbody tr").eachText())
                .hasSize(3)
                .allMatch(row -> row.contains("It failed without a message"));
        Map<String, Object> fields = new HashMap<>(Map.of(
                "definition", preview.select("input[name=definition]").attr("value"),
                "element", preview.select("input[name=element]").attr("value"),
                "chosen", preview.select("input[name=chosen]").eachAttr("value")));
        SampleCase afterwards = failed();

        Person.Answer silent = city.admin().submit(retry, "/admin/incidents/step/retry", fields);
        assertThat(silent.page().select(".usa-error-message").text()).contains("Say why this may work now");
        assertThat(silent.page().select("input[name=chosen]")).hasSize(3);
        fields.put("reason", "The fee table is mended");
        Person.Answer tried = city.admin().submit(retry, "/admin/incidents/step/retry", fields);

        assertThat(tried.page().select(".usa-alert--success").text()).isEqualTo("3 steps are tried again now.");
        begun.forEach(one -> assertThat(journal(one)).anyMatch(line -> line.contains("The fee table is mended.")));
        assertThat(jobs().createJobQuery().noRetriesLeft().list())
                .as("what came after the look waits")
                .hasSize(1);
        assertThat(journal(afterwards)).noneMatch(line -> line.contains("The fee table is mended."));
        assertThat(city.admin()
                        .submit(retry, "/admin/incidents/step/retry", fields)
                        .page()
                        .select(".usa-alert--error")
                        .text())
                .contains("None of these waits any more");
    }

    @Test
    void whatWasReportedIsShownWithItsCaseAndSettled() {
        SampleCase begun = SampleCase.requested(city, 2);
        city.runDueJobs();
        var runtime = city.engine().getRuntimeService();
        String execution = runtime.createExecutionQuery()
                .processInstanceId(
                        city.instance(begun.number(), SampleModule.PROCESS).getId())
                .activityId("userTask_decideRequest")
                .singleResult()
                .getId();
        runtime.createIncident("register-away", execution, "R-7", "The register does not answer");
        Document kinds = page("/admin/incidents");
        assertThat(kinds.select("div[aria-labelledby=steps] tbody tr").text())
                .contains("Decide request", "reported", "Permit request");
        String address = kinds.select("tbody th a").attr("href");
        Document step = page(address);
        assertThat(step.select("h1").text()).isEqualTo("Decide request: reported");
        assertThat(step.select("tbody tr").text()).contains(begun.number(), "The register does not answer", "settled");

        city.admin().submit(address, step.select("tbody form").attr("action"), Map.of());

        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(journal(begun))
                .contains("admin: The incident at Decide request was marked as settled: An operator asked for it."
                        + " It had failed with: The register does not answer");
    }

    @Test
    void versionsThatDidNotStartAndEMailsThatFailedAreIncidentsToo() {
        assertThat(page("/admin/incidents").text())
                .contains("Every version that is to run has started.", "No e-mail has failed.");
        JdbcClient rows = JdbcClient.create(city.bean(DataSource.class));
        SampleCase begun = SampleCase.requested(city, 2);
        failedMail(city, begun.number(), rows);
        rows.sql("update muniflow.module set state = 'FAILED', reason = 'Its records did not open'"
                        + " where name = 'sample-permits'")
                .update();
        Document page = page("/admin/incidents");
        assertThat(page.select("div[aria-labelledby=modules] tbody tr").text())
                .isEqualTo("sample-permits 1.0.0 Its records did not open");
        assertThat(page.text()).contains("The last try of 1 failed.");
        assertThat(page("/admin/outbox").text()).contains("Mailbox is full");
    }

    /** An e-mail that could not be sent, as the outbox leaves it. */
    static void failedMail(City city, String caseNumber, JdbcClient rows) {
        String document = city.bean(DocumentStore.class)
                .forModule(SampleModule.NAME)
                .store(
                        new Documents.NewDocument(
                                "REQ-1", caseNumber, "LETTER", "letter.txt", LocalDate.of(2026, 3, 2), false, "lee"),
                        new ByteArrayInputStream("Dear Sir or Madam".getBytes(StandardCharsets.UTF_8)))
                .id();
        OffsetDateTime since = OffsetDateTime.of(2026, 3, 2, 12, 0, 0, 0, ZoneOffset.UTC);
        rows.sql("insert into muniflow.notice (id, module, case_number, process_key, letter_key, subject, channel,"
                        + " to_name, to_address, to_email, cites, document_id, state, letter_on, created_at, message_id,"
                        + " attempts, next_try_at, last_error, possibly_twice) values ('n-1', 'sample-permits', ?,"
                        + " 'sample-permit', 'letter', 'Your permit', 'ELECTRONIC', 'Lee', '', 'lee@city.example', '', ?,"
                        + " 'QUEUED', date '2026-03-02', ?, 'm-1', 3, ?, 'Mailbox is full', false)")
                .params(caseNumber, document, since, since.plusYears(1))
                .update();
    }

    @Test
    void theWorkLoadTellsOfTeamsAndPeople() {
        SampleCase begun = SampleCase.requested(city, 2);
        city.runDueJobs();
        assertThat(page("/admin/work").text()).contains("Nobody has claimed a task.");
        assertThat(page("/admin/work")
                        .select("div[aria-labelledby=teams] tbody tr")
                        .text())
                .endsWith("1 1 0 "
                        + page("/admin/work")
                                .select("div[aria-labelledby=teams] td")
                                .last()
                                .text());

        Person clerk = begun.clerk();
        clerk.post(
                "/engine-rest/task/"
                        + clerk.task(begun.number(), "userTask_decideRequest").getId() + "/claim",
                Map.of("userId", clerk.id()));
        city.today(LocalDate.of(2026, 6, 1));

        Document later = page("/admin/work");
        assertThat(later.select("div[aria-labelledby=teams] td").eachText().subList(0, 3))
                .containsExactly("1", "0", "1");
        assertThat(later.select("div[aria-labelledby=people] tbody tr").text()).startsWith("lee 1 1");
    }

    @Test
    void theOutboxTellsThatNothingWaits() {
        assertThat(page("/admin/outbox").select("main").text()).contains("0 wait for the print room", "0 wait");
        assertThat(city.admin()
                        .submit("/admin/outbox", "/admin/outbox/none/retry", Map.of())
                        .status())
                .isEqualTo(404);
    }
}
