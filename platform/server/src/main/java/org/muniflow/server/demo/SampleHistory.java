package org.muniflow.server.demo;

import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.Modules;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs each module's {@code demo/history.sql} once: what happened in the module's records before the samples come in. */
@Component
final class SampleHistory {

    private static final String FILE = "demo/history.sql";
    private static final String MARK = "muniflow.demo/";

    private final Modules modules;
    private final ManagementService management;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SampleHistory(
            Modules modules,
            ManagementService management,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.modules = modules;
        this.management = management;
        this.dataSource = dataSource;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void seed() {
        for (ActiveModule module : modules.active()) {
            String mark = MARK + module.name() + "/history";
            if (!management.getProperties().containsKey(mark)) {
                module.resource(FILE).ifPresent(sql -> run(sql, mark));
            }
        }
    }

    private void run(byte[] sql, String mark) {
        transaction.executeWithoutResult(status -> {
            new ResourceDatabasePopulator(new ByteArrayResource(sql)).execute(dataSource);
            management.setProperty(mark, LocalDate.now(clock).toString());
        });
    }
}
