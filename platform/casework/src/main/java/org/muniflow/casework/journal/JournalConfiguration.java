package org.muniflow.casework.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.muniflow.api.casework.Journal;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.PresentStep;
import org.muniflow.kernel.spi.RulingListener;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.StepWrites;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal. */
@Configuration(proxyBeanMethods = false)
public class JournalConfiguration {

    @Bean
    CaseJournal caseJournal(StepWrites writes, JdbcClient jdbc, Actors actors, Clock clock) {
        return new CaseJournal(writes, jdbc, actors, clock);
    }

    @Bean
    CaseAccount caseAccount(JdbcClient jdbc) {
        return new CaseAccount(jdbc);
    }

    @Bean
    static JavaMigration keptTrailLines(Clock clock) {
        return new KeptTrailLines(clock);
    }

    @Bean
    Anchors journalAnchors(
            @Value("${muniflow.journal.anchors:${muniflow.data:data}/journal-anchors.txt}") Path file,
            @Value("${muniflow.journal.anchor-every:PT10M}") Duration every,
            Clock clock) {
        return new Anchors(file, every, clock);
    }

    @Bean
    Sealer journalSealer(
            JdbcClient jdbc,
            JdbcOperations batches,
            PlatformTransactionManager transactions,
            Anchors anchors,
            Clock clock) {
        return new Sealer(new SealRows(jdbc, batches), new TransactionTemplate(transactions), anchors, clock);
    }

    @Bean
    SealingRounds journalSealing(
            Sealer sealer, Anchors anchors, @Value("${muniflow.journal.seal-every:PT2S}") Duration every) {
        return new SealingRounds(sealer, anchors, every);
    }

    @Bean
    JournalCheck journalCheck(JdbcClient jdbc, Anchors anchors) {
        return new JournalCheck(new CheckRows(jdbc), new KeptTrailCheck(jdbc), anchors);
    }

    @Bean
    @Order(10)
    StepListener stepJournal(CaseJournal journal) {
        return new StepJournal(journal);
    }

    @Bean
    RulingListener stepRulings(CaseJournal journal, PresentStep present) {
        return new StepRulings(journal, present);
    }

    @Bean
    ModuleDoings moduleDoings(CaseJournal journal, PlatformTransactionManager transactions) {
        return new ModuleDoings(journal, new TransactionTemplate(transactions));
    }

    @Bean
    ModuleService<Journal> journalForModules(CaseJournal journal) {
        return new ModuleService<>(Journal.class, module -> journal.of(module.name()));
    }
}
