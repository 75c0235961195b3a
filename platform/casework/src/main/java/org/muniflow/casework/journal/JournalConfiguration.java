package org.muniflow.casework.journal;

import java.time.Clock;
import org.muniflow.api.casework.Journal;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.StepWrites;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal. */
@Configuration(proxyBeanMethods = false)
public class JournalConfiguration {

    @Bean
    CaseJournal caseJournal(StepWrites writes, JdbcClient jdbc, Actors actors, Clock clock) {
        return new CaseJournal(writes, jdbc, actors, clock);
    }

    @Bean
    @Order(10)
    StepListener stepJournal(CaseJournal journal) {
        return new StepJournal(journal);
    }

    @Bean
    ModuleService<Journal> journalForModules(CaseJournal journal) {
        return new ModuleService<>(Journal.class, module -> journal.of(module.name()));
    }
}
