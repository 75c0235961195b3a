package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.StreetModule;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNeed;
import org.muniflow.kernel.spi.ModuleNeed.Kind;
import org.muniflow.kernel.spi.ModuleNeeds;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState.State;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps a version from retiring and from being uninstalled. */
@Tag("engine")
class NeedsTest {

    private static final ModuleId ONE = new ModuleId("street-office", "1.0.0");

    @TempDir
    private Path folder;

    private KernelCity city;

    @BeforeEach
    void boot() {
        Archive.keeps = false;
        city = KernelCity.fresh(Archive.class);
        city.install(StreetModule.pack("1.0.0").into(folder));
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void aVersionThatNothingNeedsHasNoNeeds() {
        assertThat(city.operations().needs(ONE)).isEmpty();
    }

    @Test
    void everyKindOfNeedIsNamedWithItsCasesAndWhatToDo() {
        String first = start("STR-1");
        start("STR-2");
        assertThat(sentences(true))
                .isEqualTo(Map.of(
                        Kind.CASES, "2 cases are open (STR-1, STR-2); finish or cancel them.",
                        Kind.JOBS, "2 jobs wait (STR-1, STR-2); start the version so that they run."));
        run(first);
        Job failing = jobs("STR-2");
        city.engine().getManagementService().setJobRetries(failing.getId(), 0);
        assertThat(sentences(true))
                .isEqualTo(Map.of(
                        Kind.CASES, "2 cases are open (STR-1, STR-2); finish or cancel them.",
                        Kind.JOBS, "1 job waits (STR-2); start the version so that it runs.",
                        Kind.TASKS, "1 task is open (STR-1); complete it in Tasklist.",
                        Kind.INCIDENTS, "1 failure is unresolved (STR-2); resolve it in Cockpit."));
        city.runtime().deleteProcessInstance(first, "over");
        city.runtime().deleteProcessInstance(failing.getProcessInstanceId(), "over");

        String waiting = start("STR-3");
        run(waiting);
        complete(waiting);
        run(waiting);
        assertThat(sentences(true))
                .isEqualTo(Map.of(
                        Kind.CASES, "1 case is open (STR-3); finish or cancel it.",
                        Kind.TIMERS,
                                "1 timer waits for its date (STR-3); wait until then, or finish or cancel the case."));
        assertThat(sentences(false).get(Kind.HISTORY))
                .startsWith("3 finished cases are retained (")
                .endsWith("; uninstall when their retention has passed and history has been cleaned.");
    }

    @Test
    void noMoreThanFiveCasesAreNamed() {
        for (int number = 1; number <= 7; number++) {
            start("STR-" + number);
        }
        ModuleNeed cases = need(Kind.CASES);
        assertThat(cases.count()).isEqualTo(7);
        assertThat(cases.examples()).hasSize(5);
        assertThat(cases.sentence()).startsWith("7 cases are open (").contains(", …); finish or cancel them.");
    }

    @Test
    void retiringIsRefusedWithEveryNeedAndTheVersionGoesOn() {
        String open = start("STR-1");
        run(open);
        city.operations().drain(ONE, "ada");
        assertThatThrownBy(() -> city.operations().retire(ONE, "ada"))
                .isInstanceOf(ModuleRefused.class)
                .hasMessageContaining("1 case is open (STR-1); finish or cancel it.")
                .hasMessageContaining("1 task is open (STR-1); complete it in Tasklist.");
        assertThat(state()).isEqualTo(State.DRAINING);
        complete(open);
        run(open);
        city.operations().stop(ONE, "ada");
        assertThatThrownBy(() -> city.operations().retire(ONE, "ada"))
                .hasMessageContaining("1 timer waits for its date (STR-1)");
        assertThat(state()).isEqualTo(State.STOPPED);
        city.runtime().deleteProcessInstance(open, "over");
        assertThat(city.operations().retire(ONE, "ada").state()).isEqualTo(State.RETIRED);
        assertThatThrownBy(() -> city.operations().uninstall(ONE, "ada"))
                .hasMessageContaining("finished cases are retained");
        assertThat(state()).isEqualTo(State.RETIRED);
        city.history().createHistoricProcessInstanceQuery().list().forEach(over -> city.history()
                .deleteHistoricProcessInstance(over.getId()));
        city.operations().uninstall(ONE, "ada");
        assertThat(city.modules().states()).isEmpty();
    }

    @Test
    void whatOtherPartsOfThePlatformNeedCountsToo() {
        Archive.keeps = true;
        city.operations().drain(ONE, "ada");
        assertThatThrownBy(() -> city.operations().retire(ONE, "ada"))
                .hasMessageContaining("2 letters of street-office@1.0.0 are not sent (last: true); send them.");
        Archive.keeps = false;
        assertThat(city.operations().retire(ONE, "ada").state()).isEqualTo(State.RETIRED);
        Archive.keeps = true;
        assertThatThrownBy(() -> city.operations().uninstall(ONE, "ada")).hasMessageContaining("2 letters");
    }

    private Map<Kind, String> sentences(boolean retiring) {
        return city.operations().needs(ONE).stream()
                .filter(need -> need.kind().keepsFromRetiring() == retiring)
                .collect(Collectors.toMap(ModuleNeed::kind, ModuleNeed::sentence));
    }

    private ModuleNeed need(Kind kind) {
        return city.operations().needs(ONE).stream()
                .collect(Collectors.toMap(ModuleNeed::kind, Function.identity()))
                .get(kind);
    }

    private State state() {
        return city.modules().states().get(0).state();
    }

    private String start(String number) {
        return city.runtime().startProcessInstanceByKey("street", number).getId();
    }

    private void complete(String instance) {
        city.engine()
                .getTaskService()
                .complete(city.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getId());
    }

    private Job jobs(String number) {
        String instance = city.runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        return city.engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    private void run(String instance) {
        ManagementService management = city.engine().getManagementService();
        List<Job> jobs;
        do {
            jobs = management.createJobQuery().messages().list().stream()
                    .filter(job -> instance.equals(job.getRootProcessInstanceId()))
                    .toList();
            jobs.forEach(job -> management.executeJob(job.getId()));
        } while (!jobs.isEmpty());
    }

    /** Another part of the platform that needs a version. */
    @Configuration(proxyBeanMethods = false)
    static class Archive {

        private static volatile boolean keeps;

        @Bean
        ModuleNeeds archive() {
            return (module, deployments, last) -> {
                assertThat(deployments).isNotEmpty();
                return keeps
                        ? List.of(new ModuleNeed(
                                Kind.NOTICES,
                                2,
                                List.of(),
                                "2 letters of " + module + " are not sent (last: " + last + "); send them."))
                        : List.of();
            };
        }
    }
}
