package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.TestServer;
import org.muniflow.kernel.TwoOffices;

/** A node that ends while jobs of its modules run. */
@Tag("engine")
class ShutdownTest {

    @Test
    void aNodeThatEndsFinishesItsRunningJobsBeforeTheirModulesClose(@TempDir Path folder) throws Exception {
        DataSource database = TestServer.database();
        KernelCity city = KernelCity.working(database);
        try (TwoOffices.Gate gate = new TwoOffices.Gate()) {
            city.operations().startAll();
            city.install(TwoOffices.yard().into(folder));
            city.runtime().startProcessInstanceByKey("yard", "YRD-1");
            gate.awaitEntered();
            CompletableFuture<Void> ended = CompletableFuture.runAsync(city::close);
            await().pollDelay(Duration.ofMillis(500)).until(() -> !ended.isDone());
            gate.open();
            ended.get(20, TimeUnit.SECONDS);
        }
        try (KernelCity again = KernelCity.on(database)) {
            assertThat(again.engine()
                            .getTaskService()
                            .createTaskQuery()
                            .processInstanceBusinessKey("YRD-1")
                            .singleResult()
                            .getName())
                    .isEqualTo("Sign");
            assertThat(again.engine()
                            .getHistoryService()
                            .createHistoricJobLogQuery()
                            .failureLog()
                            .count())
                    .isZero();
            assertThat(again.jdbc()
                            .sql("select count(*) from muniflow.node")
                            .query(Integer.class)
                            .single())
                    .as("a node that ends in order is forgotten at once")
                    .isZero();
        }
    }
}
