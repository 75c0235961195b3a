package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry;

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
        assertThat(page("/admin").text()).contains("1 failed steps");
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
        Map<String, String> hidden = Map.of(
                "definition",
                page(address).select("input[name=definition]").attr("value"),
                "element",
                "serviceTask_assessFee");

        assertThat(city.admin()
                        .submit(address, "/admin/incidents/step/retry", hidden)
                        .page()
                        .select(".usa-alert--error")
                        .text())
                .contains("Say why these steps may work now");
        Person.Answer tried = city.admin()
                .submit(
                        address,
                        "/admin/incidents/step/retry",
                        Map.of(
                                "definition",
                                hidden.get("definition"),
                                "element",
                                "serviceTask_assessFee",
                                "reason",
                                "The fee table is mended"));

        assertThat(tried.page().select(".usa-alert--success").text()).isEqualTo("3 steps are tried again now.");
        begun.forEach(one -> assertThat(journal(one)).anyMatch(line -> line.contains("The fee table is mended.")));
        assertThat(jobs().createJobQuery().noRetriesLeft().count()).isZero();
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
