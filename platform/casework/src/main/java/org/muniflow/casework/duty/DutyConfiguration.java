package org.muniflow.casework.duty;

import java.time.Clock;
import org.muniflow.api.casework.Clocks;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.kernel.spi.Modules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Report duties. */
@Configuration(proxyBeanMethods = false)
public class DutyConfiguration {

    @Bean
    ReportDuties reportDuties(
            JdbcClient jdbc,
            ObjectProvider<Modules> modules,
            Clocks clocks,
            DocumentStore documents,
            CaseJournal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new ReportDuties(
                new ReportRows(jdbc, clock),
                DeclaredDuties.of(modules::getObject),
                clocks,
                documents::forModule,
                journal::of,
                new TransactionTemplate(transactions),
                clock);
    }

    @Bean
    DutySweep dutySweep(ReportDuties duties) {
        return new DutySweep(duties);
    }
}
