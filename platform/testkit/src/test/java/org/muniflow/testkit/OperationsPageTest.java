package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operations page without any script: links, forms, and each act behind its confirmation. */
class OperationsPageTest {

    private static final String PAGE = "/admin/modules";
    private static final String FIRST = PAGE + "/sample-permits/1.0.0";

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

    @Test
    void theStartPageLeadsTheAdministratorThere() {
        assertThat(page("/").select("a[href=" + PAGE + "]")).isNotEmpty();
        assertThat(city.person("lee", SampleModule.CLERKS).open("/").body()).doesNotContain(PAGE);
    }

    @Test
    void itShowsEveryVersionWithItsNeedsAndWhatMayBeDone() {
        SampleCase begun = SampleCase.requested(city, 2);
        city.runDueJobs();
        city.install(SampleModule.version("2.0.0").into(folder));

        Document list = page(PAGE);
        Document former = page(FIRST);

        assertThat(list.select("main").text())
                .contains("2.0.0 ACTIVE", "1.0.0 DRAINING", "sample-permits-request", "1 case")
                .contains("install");
        assertThat(list.select("a[href=" + FIRST + "/retire]")).isNotEmpty();
        assertThat(list.select("a[href=" + PAGE + "/sample-permits/2.0.0/retire]"))
                .isEmpty();
        assertThat(former.select("main").text()).contains(begun.number(), "keeps it from retiring");
    }

    @Test
    void anActIsConfirmedAndItsOutcomeShown() {
        Document question = page(FIRST + "/stop");
        assertThat(question.select("h1").text()).isEqualTo("Stop sample-permits 1.0.0?");
        assertThat(question.select("form[action=" + FIRST + "/stop] button").text())
                .isEqualTo("Stop 1.0.0");

        Person.Answer done = city.admin().submit(FIRST + "/stop", Map.of());

        assertThat(done.path()).isEqualTo(FIRST);
        assertThat(done.page().select(".usa-alert--success").text()).contains("sample-permits@1.0.0 is STOPPED");
        assertThat(done.page().select("main").text()).contains("stop STOPPED");
    }

    @Test
    void aRefusedActShowsEveryReason() {
        SampleCase.requested(city, 2);
        city.admin().submit(FIRST + "/drain", Map.of());

        Person.Answer refused = city.admin().submit(FIRST + "/retire", Map.of());

        assertThat(refused.page().select(".usa-alert--error h2").text())
                .isEqualTo("'Retire' is refused for sample-permits@1.0.0.");
        assertThat(refused.page().select(".usa-alert--error li").size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void anUninstalledVersionLeavesThePage() {
        for (String act : new String[] {"drain", "retire", "uninstall"}) {
            Person.Answer done = city.admin().submit(FIRST + "/" + act, Map.of());
            assertThat(done.page().select(".usa-alert--success")).as(act).isNotEmpty();
        }

        assertThat(page(PAGE).select("main").text())
                .contains("No module is installed yet")
                .contains("uninstall");
        assertThat(city.admin().open(FIRST).status()).isEqualTo(404);
    }
}
