package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.muniflow.testkit.CityNode.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Several nodes, each in a Java machine of its own, on one PostgreSQL: what is done with modules on one reaches the others,
 * and a node that is killed loses nothing. The tests tell one story in their order.
 */
@Tag("alone")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {

    private static final int CASES = 200;
    private static final int MISSED = 30;
    private static final int LOCK_SECONDS = 10;
    private static final Duration LONG = Duration.ofMinutes(3);

    // Kept after the run: the nodes' logs are in it.
    private Path folder;
    private EmbeddedPostgres server;
    private JdbcClient jdbc;
    private CityNode one;
    private CityNode two;

    @BeforeAll
    void open() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "nodes-");
        server = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .start();
        jdbc = JdbcClient.create(server.getPostgresDatabase());
        one = node("one").ready();
        two = node("two").ready();
    }

    @AfterAll
    void close() throws IOException {
        Stream.of(one, two).forEach(CityNode::close);
        server.close();
    }

    private CityNode node(String name) {
        return CityNode.start(name, server.getJdbcUrl("postgres", "postgres"), folder, LOCK_SECONDS * 1000);
    }

    @Test
    @Order(1)
    void aModuleInstalledOnOneNodeRunsOnTheOther() {
        Answer installed = one.install(StepsModule.jar(folder, "1.0.0"));
        assertThat(installed.status()).as(installed.body()).isEqualTo(201);
        awaitStates("1.0.0", "ACTIVE", "one", "two");
        begin(two, 3, 10);
        begin(one, 3, 10);
        awaitNoCases();
        assertThat(steps("1.0.0")).isEqualTo(12);
    }

    @Test
    @Order(2)
    void theSameVersionInstalledTwiceAtOnceIsInstalledOnce() {
        List<Answer> answers = both(
                () -> one.install(StepsModule.jar(folder, StepsModule.NAME, "1.1.0", "steps", "this")),
                () -> two.install(StepsModule.jar(folder, StepsModule.NAME, "1.1.0", "steps", "that")));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 400);
        assertThat(refused(answers)).contains("already installed with other content", "raise Plugin-Version");
        awaitStates("1.1.0", "ACTIVE", "one", "two");
        awaitStates("1.0.0", "DRAINING", "one", "two");
    }

    @Test
    @Order(3)
    void twoModulesWithOneProcessInstalledAtOnceAreSerialized() {
        List<Answer> answers = both(
                () -> one.install(StepsModule.jar(folder, "left-office", "1.0.0", "contested", "")),
                () -> two.install(StepsModule.jar(folder, "right-office", "1.0.0", "contested", "")));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 400);
        assertThat(refused(answers))
                .contains("Process contested belongs to module ", " already; give yours another key.");
        assertThat(jdbc.sql("select count(*) from muniflow.module where name in ('left-office', 'right-office')")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    @Order(4)
    void aVersionStoppedOnOneNodeComesToRestOnTheOtherAndItsJobsWait() {
        // Stopped while cases are being started: those that come too late are refused.
        CompletableFuture<List<Answer>> left = CompletableFuture.supplyAsync(() -> start(one, 20, 3000));
        CompletableFuture<List<Answer>> right = CompletableFuture.supplyAsync(() -> start(two, 20, 3000));
        await().atMost(LONG).until(() -> lockOwners().size() == 2);
        assertThat(act(one, "1.1.0", "stop").status()).isEqualTo(200);
        List<Answer> answers =
                Stream.concat(left.join().stream(), right.join().stream()).toList();
        long begun = answers.stream().filter(answer -> answer.status() == 200).count();
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> assertThat(answer.body())
                .contains("steps-office 1.1.0"));
        await().atMost(LONG)
                .until(() -> running("1.1.0").isEmpty() && lockOwners().isEmpty());
        long waiting = jobs();
        long taken = steps("1.1.0");
        assertThat(waiting).isPositive();
        assertThat(jdbc.sql("select count(*) from act_ru_job where retries_ < 3 or exception_msg_ is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(act(two, "1.1.0", "start").status()).isEqualTo(200);
        awaitStates("1.1.0", "ACTIVE", "one", "two");
        awaitNoCases();
        assertThat(steps("1.1.0")).isGreaterThan(taken).isEqualTo(2 * begun);
    }

    @Test
    @Order(5)
    void anOlderVersionActivatedOnOneNodeTakesTheNewCasesOfTheOther() {
        assertThat(act(two, "1.0.0", "activate").status()).isEqualTo(200);
        awaitStates("1.0.0", "ACTIVE", "one", "two");
        awaitStates("1.1.0", "DRAINING", "one", "two");
        long before = steps("1.0.0");
        begin(one, 2, 10);
        begin(two, 2, 10);
        awaitNoCases();
        assertThat(steps("1.0.0")).isEqualTo(before + 8);
    }

    @Test
    @Order(6)
    void aNodeThatIsKilledLosesNothingAndDoesNothingTwice() {
        jdbc.sql("delete from steps_office.step").update();
        begin(one, CASES / 2, 400);
        begin(two, CASES / 2, 400);
        await().atMost(LONG).until(() -> lockOwners().size() == 2 && steps("1.0.0") > CASES / 4);

        long killed = System.nanoTime();
        Set<String> locked = lockedJobs();
        one.kill();
        Set<String> left = lockedJobs();
        await("its jobs are taken over")
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> jdbc.sql("select id_ from act_ru_job").query(String.class).list().stream()
                        .noneMatch(job -> locked.contains(job) || left.contains(job)));
        double recovered = (System.nanoTime() - killed) / 1e9;
        awaitNoCases();
        double done = (System.nanoTime() - killed) / 1e9;

        System.out.printf(
                "Killed node: %d cases, %d jobs locked at the kill; the last of these done after %.1f s, everything after"
                        + " %.1f s, lock time %d s%n",
                CASES, locked.size(), recovered, done, LOCK_SECONDS);
        assertThat(steps("1.0.0")).isEqualTo(2L * CASES);
        assertThat(jdbc.sql("select count(*) from (select distinct case_number, element from steps_office.step) s")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2 * CASES);
        assertThat(jdbc.sql("select count(*) from act_hi_actinst a join steps_office.step s on a.act_id_ = s.element"
                                + " join act_hi_procinst p on p.proc_inst_id_ = a.proc_inst_id_ and p.business_key_ = s.case_number"
                                + " where a.end_time_ is not null and p.end_act_id_ = 'endEvent_taken'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2 * CASES);
        assertThat(jdbc.sql("select count(*) from act_ru_incident")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(recovered).isLessThanOrEqualTo(LOCK_SECONDS + 5);
        // The killed node was sealing too: the other goes on, and no line and no seal is lost or made twice.
        await("every line is sealed by the node that is left")
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    JsonNode proof = two.get("/api/journal/verify?limit=10000").json();
                    assertThat(proof.path("complete").asBoolean()).isTrue();
                    assertThat(proof.path("findings")).isEmpty();
                    assertThat(proof.path("tail").path("lines").asLong()).isZero();
                });
    }

    @Test
    @Order(7)
    void aNodeThatWasDownDuringAnInstallFetchesTheJar() {
        assertThat(two.install(StepsModule.jar(folder, "2.0.0")).status()).isEqualTo(201);
        one = node("one").ready();
        awaitStates("2.0.0", "ACTIVE", "one", "two");
        assertThat(act(one, "1.1.0", "retire").status()).isEqualTo(200);
        await().atMost(LONG).until(() -> running("1.1.0").isEmpty());
    }

    @Test
    @Order(8)
    void aFreshNodeStartsWithTheRightVersionsAndDoesTheWorkAlone() {
        try (CityNode three = node("three").ready()) {
            awaitStates("2.0.0", "ACTIVE", "one", "two", "three");
            awaitStates("1.0.0", "DRAINING", "one", "two", "three");
            one.close();
            two.close();
            await().atMost(LONG).until(() -> running("2.0.0").equals(Set.of("three")));
            begin(three, 3, 10);
            awaitNoCases();
            assertThat(steps("2.0.0")).isEqualTo(6);
        }
    }

    @Test
    @Order(9)
    void aVersionUninstalledOnOneNodeIsGoneFromAll() {
        one = node("one");
        two = node("two");
        one.ready();
        two.ready();
        String module = "/api/modules/" + StepsModule.NAME + "/1.1.0";
        Answer needed = one.delete(module);
        assertThat(needed.status()).isEqualTo(409);
        assertThat(needed.body()).contains("finished");
        jdbc.sql("delete from act_hi_procinst").update();
        Answer gone = one.delete(module);
        assertThat(gone.status()).as(gone.body()).isEqualTo(204);
        assertThat(two.get(module).status()).isEqualTo(404);
    }

    @Test
    @Order(10)
    void nodesThatSweepAtOnceTellABreachOnceAndOpenEachProcessOnce() {
        assertThat(one.install(ReasonsModule.jar(folder)).status()).isEqualTo(201);
        await().atMost(LONG)
                .until(() -> count("muniflow.module_node where name = 'reasons-office' and state = 'ACTIVE'") == 2);
        for (int i = 0; i < MISSED; i++) {
            Answer begun = (i % 2 == 0 ? one : two)
                    .post(
                            "/engine-rest/process-definition/key/investigation/start",
                            "{\"variables\":{\"receivedOn\":{\"value\":\"2025-06-02\",\"type\":\"String\"}}}");
            assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        }
        jdbc.sql("insert into muniflow.record_clock (id, module, record_id, title, clock_id, clock_title, process_key,"
                        + " trigger_on, due_on, computation, cites, state, started_at)"
                        + " select id, 'reasons-office', id, 'Term', 'T-305', 'Term', 'reasons', trigger_on, due_on,"
                        + " computation, cites, 'WAITING', started_at from muniflow.clock where clock_id = 'T-305'")
                .update();
        await("every process is opened")
                .atMost(LONG)
                .until(() -> count("muniflow.clock where clock_id = 'T-305' and opened_case is not null") == MISSED
                        && count("muniflow.record_clock where state = 'OPENED'") == MISSED);
        assertThat(count("muniflow.case_file where process_key = 'reasons'")).isEqualTo(2 * MISSED);
        assertThat(count("(select opened_case from muniflow.clock where clock_id = 'T-305'"
                        + " union select opened_case from muniflow.record_clock) opened"))
                .isEqualTo(2 * MISSED);
        assertThat(count("muniflow.journal where what like 'Clock T-305%was missed on%'"))
                .isEqualTo(MISSED);
    }

    private long count(String of) {
        return jdbc.sql("select count(*) from " + of).query(Long.class).single();
    }

    private static List<Answer> both(Supplier<Answer> left, Supplier<Answer> right) {
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(left);
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(right);
        return List.of(first.join(), second.join());
    }

    private static String refused(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() != 201)
                .map(answer -> answer.json().path("message").asText())
                .findFirst()
                .orElseThrow();
    }

    private static Answer act(CityNode node, String version, String act) {
        return node.post("/api/modules/" + StepsModule.NAME + "/" + version + "/" + act, "");
    }

    private static void begin(CityNode node, int cases, int millis) {
        assertThat(start(node, cases, millis))
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(200));
    }

    /** Starts cases, eight at a time. */
    private static List<Answer> start(CityNode node, int cases, int millis) {
        ExecutorService eight = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Answer>> begun = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> node.post(
                                    "/engine-rest/process-definition/key/steps/start",
                                    "{\"variables\":{\"millis\":{\"value\":" + millis + ",\"type\":\"Integer\"}}}"),
                            eight))
                    .limit(cases)
                    .toList();
            return begun.stream().map(CompletableFuture::join).toList();
        } finally {
            eight.shutdown();
        }
    }

    private void awaitStates(String version, String state, String... nodes) {
        await(version + " is " + state)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    assertThat(jdbc.sql("select state from muniflow.module where name = ? and version = ?")
                                    .params(StepsModule.NAME, version)
                                    .query(String.class)
                                    .single())
                            .isEqualTo(state);
                    assertThat(jdbc.sql(
                                            "select node from muniflow.module_node where name = ? and version = ? and state = ?")
                                    .params(StepsModule.NAME, version, state)
                                    .query(String.class)
                                    .list())
                            .containsExactlyInAnyOrder(nodes);
                });
    }

    /** The nodes that show that they run a version. */
    private Set<String> running(String version) {
        return new HashSet<>(jdbc.sql(
                        "select node from muniflow.module_node where name = ? and version = ? and state in ('ACTIVE', 'DRAINING')")
                .params(StepsModule.NAME, version)
                .query(String.class)
                .list());
    }

    private void awaitNoCases() {
        await("all cases end")
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> jdbc.sql("select count(*) from act_ru_execution")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private long steps(String version) {
        return jdbc.sql("select count(*) from steps_office.step where version = ?")
                .param(version)
                .query(Long.class)
                .single();
    }

    private long jobs() {
        return jdbc.sql("select count(*) from act_ru_job where process_def_key_ = 'steps'")
                .query(Long.class)
                .single();
    }

    private Set<String> lockOwners() {
        return new HashSet<>(jdbc.sql("select distinct lock_owner_ from act_ru_job where process_def_key_ = 'steps'"
                        + " and lock_exp_time_ > current_timestamp")
                .query(String.class)
                .list());
    }

    private Set<String> lockedJobs() {
        return new HashSet<>(jdbc.sql("select id_ from act_ru_job where lock_owner_ is not null")
                .query(String.class)
                .list());
    }
}
