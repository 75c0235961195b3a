package org.muniflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muniflow.benchmarks.adapter.Adapter;
import org.muniflow.benchmarks.adapter.BareAdapter;
import org.muniflow.benchmarks.adapter.DatabaseServer;
import org.muniflow.benchmarks.adapter.PlatformAdapter;
import org.muniflow.benchmarks.department.DepartmentJar;
import org.muniflow.benchmarks.workload.CaseWork;
import org.muniflow.testkit.Database;
import org.muniflow.testkit.Traffic;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a case costs beside the bare engine, counted: statements, commits and connections are the same on every run and
 * on every machine. The bare engine has the same model, database and history, and neither permissions nor clocks,
 * journal, work list and case numbers.
 */
@Tag("engine")
class StatementsPerCaseTest {

    private static final Traffic TRAFFIC = new Traffic();
    private static DatabaseServer server;
    private static Adapter bare;
    private static PlatformAdapter platform;

    @BeforeAll
    static void open() {
        server = DatabaseServer.start(Database.ofRun());
        bare = BareAdapter.open(server.database(), TRAFFIC);
        bare.replace(DepartmentJar.refunds(), "1.0.0");
        platform = PlatformAdapter.open(server.database(), TRAFFIC);
        platform.replace(DepartmentJar.refunds(), "1.0.0");
    }

    @AfterAll
    static void close() {
        bare.close();
        platform.close();
        server.close();
    }

    @Test
    void aStraightCaseSendsThirteenStatementsFewerThanTheBareEngine() throws Exception {
        // More: rights to start, case number, the platform's rows. Fewer: the sixteen marks of its history travel with
        // those.
        compare(work -> work::straight, new Pinned(22, 9, 1), 5);
    }

    @Test
    void aCaseWithATaskSendsTenStatementsFewerThanTheBareEngine() throws Exception {
        // More: at the start rights, case number, rows; at the completion the right to work on the task, who did it,
        // rows.
        // Fewer: the sixteen marks of its history.
        compare(work -> work::withTask, new Pinned(52, 42, 3), 10);
    }

    @Test
    void theComparedCaseWritesAllThatThePlatformKeeps() {
        JdbcClient city = JdbcClient.create(platform.city().bean(javax.sql.DataSource.class));
        new CaseWork(platform.engine()).withTask();
        String number = city.sql("select max(case_number) from muniflow.case_file where process_key = 'objection'")
                .query(String.class)
                .single();

        assertThat(city.sql("select state || ' ' || outcome from muniflow.case_file where case_number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("ENDED Objection decided");
        assertThat(city.sql("select kind from muniflow.journal where case_number = ? order by id")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("STARTED", "TASK_OPENED", "CLOCK", "TASK_COMPLETED", "ENDED");
        assertThat(city.sql("select state from muniflow.clock where case_number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .startsWith("MET");
        assertThat(city.sql("select count(*) from muniflow.work_item where case_number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** The present numbers. */
    private record Pinned(int bare, int platform, int commits) {}

    private static void compare(Function<CaseWork, Callable<?>> work, Pinned pinned, int most) throws Exception {
        Traffic.Tally plain = tally(bare, work);
        Traffic.Tally city = tally(platform, work);

        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(city.statements())
                    .as(
                            "The platform may send at most %d statements more than the bare engine's %d. Put rows into"
                                    + " StepWrites, ask nothing twice, or do without. Sent: %s",
                            most, plain.statements().size(), city)
                    .hasSizeLessThanOrEqualTo(plain.statements().size() + most);
            softly.assertThat(city.statements().size())
                    .as(
                            "The platform's statements for a case have changed. If there are fewer, pin the new number here"
                                    + " and in platform/benchmarks/README.md. If there are more, find the new one in this list"
                                    + " and say in a decision record why every case has to pay for it. Sent: %s",
                            city)
                    .isEqualTo(pinned.platform());
            softly.assertThat(plain.statements().size())
                    .as(
                            "The bare engine's statements for a case have changed: another engine, starter or model. Pin the"
                                    + " new number here and in platform/benchmarks/README.md. Sent: %s",
                            plain)
                    .isEqualTo(pinned.bare());
            softly.assertThat(city.commits()).as("commits of the platform").isEqualTo(plain.commits());
            softly.assertThat(city.connections())
                    .as("connections of the platform")
                    .isEqualTo(plain.connections());
            softly.assertThat(plain.commits()).as("commits of the bare engine").isEqualTo(pinned.commits());
            softly.assertThat(plain.connections())
                    .as("connections of the bare engine")
                    .isEqualTo(pinned.commits());
            softly.assertThat(city.rollbacks()).as("rollbacks of the platform").isZero();
        });
    }

    /** The first cases fill caches and open the year's series of case numbers. */
    private static Traffic.Tally tally(Adapter adapter, Function<CaseWork, Callable<?>> work) throws Exception {
        Callable<?> oneCase = work.apply(new CaseWork(adapter.engine()));
        oneCase.call();
        oneCase.call();
        return TRAFFIC.of(oneCase);
    }
}
