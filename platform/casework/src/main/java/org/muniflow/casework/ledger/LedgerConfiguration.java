package org.muniflow.casework.ledger;

import java.time.Clock;
import org.muniflow.api.casework.Ledger;
import org.muniflow.casework.cases.VersionCases;
import org.muniflow.casework.clock.ModuleClocks;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.kernel.spi.ModuleNeeds;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.StepWrites;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger of clocks. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class LedgerConfiguration {

    @Bean
    LedgerRows ledgerRows(StepWrites writes, JdbcClient jdbc, Clock clock) {
        return new LedgerRows(writes, jdbc, clock);
    }

    @Bean
    ClockLedger clockLedger(
            LedgerRows rows, ModuleClocks clocks, CaseJournal journal, PlatformTransactionManager transactions) {
        return new ClockLedger(rows, clocks, journal, new TransactionTemplate(transactions));
    }

    @Bean
    @Order(30)
    StepListener stepClocks(ClockLedger ledger, LedgerRows rows, ModuleClocks clocks, Clock clock) {
        return new StepClocks(ledger, rows, clocks, clock);
    }

    @Bean
    ClockSweep clockSweep(ClockLedger ledger, Clock clock) {
        return new ClockSweep(ledger, clock);
    }

    @Bean
    ModuleNeeds clockNeeds(JdbcClient jdbc, VersionCases cases) {
        return new ClockNeeds(jdbc, cases);
    }

    @Bean
    ModuleService<Ledger> ledgerForModules(ClockLedger ledger) {
        return new ModuleService<>(Ledger.class, module -> ledger);
    }
}
