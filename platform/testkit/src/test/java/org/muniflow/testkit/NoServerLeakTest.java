package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.Modules;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Departments come and go in a whole server, and nothing of them stays in memory: each is installed, takes requests from the
 * public, works on the job executor's threads, shows its pages, answers its rule, writes its letters, and is removed.
 */
@Tag("alone")
class NoServerLeakTest {

    private static final int ROUNDS = Integer.getInteger("muniflow.leak.rounds", 200);
    private static final int CASES = 3;

    @Test
    void whatIsRemovedIsGone(@TempDir Path folder) throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        long[] metaspace = new long[ROUNDS + 1];
        long begun = System.nanoTime();
        try (City city = City.opening().withJobExecutor().open()) {
            Person clerk = city.person("lee", SampleModule.CLERKS);
            for (int round = 1; round <= ROUNDS; round++) {
                Path jar = SampleModule.version("1.0.0").as("1.0." + round).into(folder);
                loaders.add(round(city, clerk, jar, new ModuleId(SampleModule.NAME, "1.0." + round)));
                Files.delete(jar);
                if (round % 50 == 0 || round == ROUNDS) {
                    metaspace[round] = metaspace();
                }
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(alive(loaders))
                            .as("rounds whose class loader stays")
                            .isEmpty());
            long after50 = metaspace[Math.min(50, ROUNDS)];
            System.out.printf(
                    "Whole server: %d rounds in %.0f s, class loaders alive %s, metaspace after 50 rounds %.1f MB, at the end"
                            + " %.1f MB%n",
                    ROUNDS, seconds, alive(loaders), after50 / 1e6, metaspace[ROUNDS] / 1e6);
            assertThat(metaspace[ROUNDS]).isLessThanOrEqualTo(after50 * 11 / 10);
        }
    }

    private static WeakReference<ClassLoader> round(City city, Person clerk, Path jar, ModuleId id) {
        city.install(jar);
        WeakReference<ClassLoader> loader = new WeakReference<>(
                city.bean(Modules.class).find(id).orElseThrow().classLoader());
        List<String> cases = new ArrayList<>();
        for (int number = 0; number < CASES; number++) {
            cases.add(requested(city));
        }
        cases.forEach(number -> decided(city, clerk, number));
        look(city, clerk, cases.get(0));
        forget(city);
        ModuleOperations operations = city.bean(ModuleOperations.class);
        operations.drain(id, "admin");
        operations.retire(id, "admin");
        operations.uninstall(id, "admin");
        return loader;
    }

    private static String requested(City city) {
        Person.Answer sent = city.visitor()
                .post(
                        "/api/applications/" + SampleModule.PROCESS,
                        Map.of("applicant", "Ada Park", "street", "1 Main St", "city", "Kansas City, MO", "days", 3));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        return sent.json().path("caseNumber").asText();
    }

    private static void decided(City city, Person clerk, String number) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> city.engine()
                                .getTaskService()
                                .createTaskQuery()
                                .processInstanceBusinessKey(number)
                                .count()
                        == 1);
        assertThat(clerk.complete(number, "userTask_decideRequest", Map.of("decision", "GRANT"))
                        .status())
                .isEqualTo(204);
        // Nobody objects: the time is over at once.
        var management = city.engine().getManagementService();
        for (Job timer : management.createJobQuery().timers().list()) {
            management.executeJob(timer.getId());
        }
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> city.engine()
                                .getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(number)
                                .count()
                        == 0);
    }

    private static void look(City city, Person clerk, String number) {
        JdbcClient jdbc = JdbcClient.create(city.bean(DataSource.class));
        String request = jdbc.sql("select id from sample_permits.request where case_number = ?")
                .param(number)
                .query(String.class)
                .single();
        String letter = jdbc.sql("select document_id from muniflow.notice where case_number = ?")
                .param(number)
                .query(String.class)
                .single();
        String record = "/records/" + SampleModule.NAME + "/request/" + request;
        for (String page : List.of("/", "/work", "/cases", "/cases/" + number, record)) {
            assertThat(clerk.open(page).status()).as(page).isEqualTo(200);
        }
        assertThat(clerk.submit(record, Map.of("street", "2 Main St", "city", ""))
                        .body())
                .contains("usa-error-message");
        assertThat(clerk.submit(record, Map.of("street", "2 Main St", "city", "Kansas City, MO"))
                        .status())
                .isEqualTo(200);
        for (String answered : List.of("/api/registers", "/api/rules", "/api/clocks", "/api/modules")) {
            assertThat(city.admin().get(answered).status()).as(answered).isEqualTo(200);
        }
        for (String answered : List.of("/api/cases/" + number + "/documents", "/api/documents/" + letter)) {
            assertThat(clerk.get(answered).status()).as(answered).isEqualTo(200);
        }
        assertThat(city.admin()
                        .post("/api/rules/R-SAMP-1", Map.of("receivedOn", "2026-03-02", "days", 3))
                        .status())
                .isEqualTo(200);
        assertThat(city.admin().post("/api/rules/R-SAMP-1", Map.of("days", 0)).status())
                .isEqualTo(400);
    }

    /** The time of retention is over, and the letters are in the mail. */
    private static void forget(City city) {
        HistoryService history = city.engine().getHistoryService();
        history.createHistoricProcessInstanceQuery().list().stream()
                .map(HistoricProcessInstance::getId)
                .forEach(history::deleteHistoricProcessInstance);
        JdbcClient jdbc = JdbcClient.create(city.bean(DataSource.class));
        jdbc.sql("update muniflow.notice set state = 'SENT'").update();
        jdbc.sql("update muniflow.clock set settled_at = current_timestamp").update();
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
