package org.muniflow.casework.act;

import java.time.Clock;
import org.muniflow.casework.cases.CaseChanges;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.notice.UnsentLetters;
import org.muniflow.casework.worklist.WorkList;
import org.muniflow.kernel.spi.Modules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** Acts on cases and their pages. */
@Configuration(proxyBeanMethods = false)
@Import({ActPages.class, ActRest.class})
public class ActConfiguration {

    @Bean
    ModuleTellings moduleTellings(
            ObjectProvider<Modules> modules,
            JdbcClient jdbc,
            CaseJournal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new ModuleTellings(
                SingletonSupplier.ofNullable(modules::getIfAvailable)::get,
                jdbc,
                journal,
                new TransactionTemplate(transactions),
                clock);
    }

    @Bean
    CorrectableCases correctableCases(CaseFiles cases, CaseAccess access, CaseActs acts) {
        return new CorrectableCases(cases, access, acts);
    }

    @Bean
    CaseActs caseActs(
            CaseChanges changes,
            WorkList work,
            ClockLedger clocks,
            UnsentLetters letters,
            ModuleTellings tellings,
            CaseJournal journal,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new CaseActs(
                changes,
                new ActPreviews(changes, work, clocks, letters, tellings),
                new ActRequests(jdbc, clock),
                clocks,
                letters,
                tellings,
                journal,
                new TransactionTemplate(transactions),
                clock);
    }
}
