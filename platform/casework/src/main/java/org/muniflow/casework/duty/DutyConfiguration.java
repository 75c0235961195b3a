package org.muniflow.casework.duty;

import java.time.Clock;
import org.muniflow.casework.clock.ModuleClocks;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.notice.LetterPdf;
import org.muniflow.kernel.spi.Modules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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
            ModuleClocks clocks,
            DocumentStore documents,
            CaseJournal journal,
            LetterPdf pdf,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${muniflow.city.name:City of Kansas City, Missouri}") String city) {
        ReportRows rows = new ReportRows(jdbc, clock);
        DeclaredDuties declared = DeclaredDuties.of(modules::getObject);
        TransactionTemplate steps = new TransactionTemplate(transactions);
        return new ReportDuties(
                rows,
                declared,
                new DutyWatch(rows, declared, LastDays.by(clocks), journal::of, steps, clock),
                new ReportPrint(pdf, city, clock.getZone()),
                documents::forModule,
                journal::of,
                steps,
                clock);
    }

    @Bean
    DutySweep dutySweep(ReportDuties duties) {
        return new DutySweep(duties);
    }
}
