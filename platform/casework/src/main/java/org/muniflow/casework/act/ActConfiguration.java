package org.muniflow.casework.act;

import java.time.Clock;
import org.muniflow.casework.cases.CaseChanges;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.notice.UnsentLetters;
import org.muniflow.casework.worklist.WorkList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts on cases and their pages. */
@Configuration(proxyBeanMethods = false)
@Import(ActPages.class)
public class ActConfiguration {

    @Bean
    CaseActs caseActs(
            CaseChanges changes,
            WorkList work,
            ClockLedger clocks,
            UnsentLetters letters,
            CaseJournal journal,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new CaseActs(
                changes,
                new ActPreviews(changes, work, clocks, letters),
                new ActRequests(jdbc, clock),
                clocks,
                letters,
                journal,
                new TransactionTemplate(transactions),
                clock);
    }
}
