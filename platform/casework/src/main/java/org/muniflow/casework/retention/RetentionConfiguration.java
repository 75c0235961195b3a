package org.muniflow.casework.retention;

import java.time.Clock;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.document.DocumentDisposal;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.kernel.spi.CaseHistories;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Retention, holds and disposal. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class RetentionConfiguration {

    @Bean
    Retention retention(JdbcClient jdbc, Departments departments, Clock clock) {
        return new Retention(jdbc, departments, clock);
    }

    @Bean
    LegalHolds legalHolds(
            JdbcClient jdbc,
            CaseFiles cases,
            CaseHistories histories,
            CaseJournal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new LegalHolds(jdbc, cases, histories, journal, new TransactionTemplate(transactions), clock);
    }

    @Bean
    CaseKeeping caseKeeping(Retention retention, LegalHolds holds, Disposals disposals, Keepers keepers, Clock clock) {
        return new CaseKeeping(retention, holds, disposals, keepers, clock.getZone());
    }

    @Bean
    Disposals disposals(
            JdbcClient jdbc,
            CaseFiles cases,
            Retention retention,
            LegalHolds holds,
            DocumentDisposal documents,
            CaseHistories histories,
            CaseJournal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Disposals(
                jdbc,
                cases,
                retention,
                holds,
                documents,
                histories,
                journal,
                new TransactionTemplate(transactions),
                clock);
    }
}
