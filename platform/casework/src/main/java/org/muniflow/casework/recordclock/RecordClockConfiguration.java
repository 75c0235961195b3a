package org.muniflow.casework.recordclock;

import java.time.Clock;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.RecordClocks;
import org.muniflow.casework.clock.ModuleClocks;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.kernel.spi.ModuleNeeds;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.Modules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The clocks of records. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class RecordClockConfiguration {

    @Bean
    RecordClockRows recordClockRows(JdbcClient jdbc, Clock clock) {
        return new RecordClockRows(jdbc, clock);
    }

    @Bean
    RecordClockDesk recordClockDesk(
            RecordClockRows rows,
            ModuleClocks clocks,
            ObjectProvider<Modules> modules,
            ObjectProvider<Cases> cases,
            CaseJournal journal,
            PlatformTransactionManager transactions) {
        return new RecordClockDesk(
                rows, clocks, modules::getObject, cases::getObject, journal::of, new TransactionTemplate(transactions));
    }

    @Bean
    RecordClockSweep recordClockSweep(RecordClockDesk desk, Clock clock) {
        return new RecordClockSweep(desk, clock);
    }

    @Bean
    ModuleNeeds recordClockNeeds(RecordClockRows rows) {
        return new RecordClockNeeds(rows);
    }

    @Bean
    ModuleService<RecordClocks> recordClocksForModules(RecordClockDesk desk) {
        return new ModuleService<>(RecordClocks.class, module -> desk.forModule(module.name()));
    }
}
