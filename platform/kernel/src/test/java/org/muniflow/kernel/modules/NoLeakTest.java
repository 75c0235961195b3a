package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.BrokenJar;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.ModulePack;
import org.muniflow.kernel.PermitModule;
import org.muniflow.kernel.TestServer;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleId;

/**
 * Modules come and go for years, and nothing of them stays in memory: 200 versions are installed, do work on the job
 * executor's threads, and are removed. Runs in a JVM of its own in which soft references are cleared at once, since Spring
 * keeps caches behind them that only go under pressure.
 */
@Tag("alone")
class NoLeakTest {

    private static final int ROUNDS = Integer.getInteger("muniflow.leak.rounds", 200);
    private static final int CASES = 3;

    private static final String WORK = """
            package permits;
            import jakarta.validation.Validator;
            import jakarta.validation.constraints.NotBlank;
            import java.time.Clock;
            import org.muniflow.api.delegate.*;
            import org.springframework.jdbc.core.simple.JdbcClient;
            /** Does everything that keeps classes in other people's caches. */
            @Offered(title = "Weigh application", cites = "KCMO Code § 3-461(o)")
            final class WeighApplication implements Delegate<WeighApplication.In, WeighApplication.Out> {
                enum Kind { SMALL, LARGE }
                record In(Kind kind) {}
                record Out(String found) {}
                record Row(String caseNumber) {}
                record Letter(@NotBlank String text, Kind kind) {}
                private final JdbcClient jdbc;
                private final Validator validator;
                private final Clock clock;
                WeighApplication(JdbcClient jdbc, Validator validator, Clock clock) {
                    this.jdbc = jdbc;
                    this.validator = validator;
                    this.clock = clock;
                }
                @Override public Out execute(In in, CaseContext context) {
                    jdbc.sql("insert into permit_office.weighing (case_number) values (?)")
                        .param(context.caseNumber()).update();
                    Row row = jdbc.sql("select case_number from permit_office.weighing where case_number = ?")
                        .param(context.caseNumber()).query(Row.class).single();
                    Letter letter = new Letter(row.caseNumber(), in.kind());
                    validator.validate(letter).forEach(fault -> { throw new IllegalStateException(fault.getMessage()); });
                    return new Out(letter.text() + clock.millis());
                }
            }
            """;

    @Test
    void whatIsRemovedIsGone(@TempDir Path folder) {
        Path jar = pack().into(folder);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        long[] metaspace = new long[ROUNDS + 1];
        long begun = System.nanoTime();
        try (KernelCity city = KernelCity.working(TestServer.database())) {
            for (int round = 1; round <= ROUNDS; round++) {
                loaders.add(round(city, jar, "1.0." + round));
                if (round % 50 == 0 || round == ROUNDS) {
                    metaspace[round] = metaspace();
                }
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(alive(loaders))
                            .as("rounds whose class loader stays")
                            .isEmpty());
            System.out.printf(
                    "Kernel alone: %d rounds in %.0f s, class loaders alive %s, metaspace after 50 rounds %.1f MB, at the end"
                            + " %.1f MB%n",
                    ROUNDS, seconds, alive(loaders), metaspace[Math.min(50, ROUNDS)] / 1e6, metaspace[ROUNDS] / 1e6);
            assertThat(metaspace[ROUNDS]).isLessThanOrEqualTo(metaspace[Math.min(50, ROUNDS)] * 11 / 10);
        }
    }

    private static WeakReference<ClassLoader> round(KernelCity city, Path jar, String version) {
        Path another =
                BrokenJar.changed(jar, "META-INF/MANIFEST.MF", manifest -> new String(manifest, StandardCharsets.UTF_8)
                        .replace("Plugin-Version: 1.0.0", "Plugin-Version: " + version)
                        .getBytes(StandardCharsets.UTF_8));
        ActiveModule module = city.install(another);
        another.toFile().delete();
        json(module);
        for (int number = 1; number <= CASES; number++) {
            city.runtime()
                    .startProcessInstanceByKey("permit", "PRM-" + version + "-" + number, Map.of("kind", "SMALL"));
        }
        HistoryService history = city.history();
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        history.createHistoricProcessInstanceQuery().finished().count() == CASES);
        history.createHistoricProcessInstanceQuery().list().stream()
                .map(HistoricProcessInstance::getId)
                .forEach(history::deleteHistoricProcessInstance);
        ModuleId id = module.id();
        city.operations().drain(id, "admin");
        city.operations().retire(id, "admin");
        city.operations().uninstall(id, "admin");
        return new WeakReference<>(module.classLoader());
    }

    // As the platform reads rules' input and pages' forms.
    private static void json(ActiveModule module) {
        try {
            Class<?> letter = module.classLoader().loadClass("permits.WeighApplication$Letter");
            Object read = module.json().convertValue(Map.of("text", "Permit", "kind", "LARGE"), letter);
            assertThat(module.validator().validate(read)).isEmpty();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static ModulePack pack() {
        return PermitModule.pack()
                .java(WORK)
                .file(
                        "bpmn/permit.bpmn",
                        PermitModule.BPMN
                                .replace(
                                        "camunda:delegateExpression=\"${weighApplication}\"",
                                        "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${weighApplication}\"")
                                .replace(
                                        "<sequenceFlow id=\"f2\" sourceRef=\"serviceTask_weighApplication\" targetRef=\"userTask_checkForm\"/>",
                                        "<sequenceFlow id=\"f2\" sourceRef=\"serviceTask_weighApplication\" targetRef=\"endEvent_issued\"/>")
                                .replaceAll("(?s)<userTask.*?</userTask>\\s*<sequenceFlow id=\"f3\"[^>]*/>", ""));
    }

    private static List<Integer> alive(List<WeakReference<ClassLoader>> loaders) {
        System.gc();
        return IntStream.range(0, loaders.size())
                .filter(round -> loaders.get(round).get() != null)
                .boxed()
                .toList();
    }

    private static long metaspace() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }
}
