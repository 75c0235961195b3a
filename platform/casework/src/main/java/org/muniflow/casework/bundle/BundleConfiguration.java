package org.muniflow.casework.bundle;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Notices;
import org.muniflow.api.casework.SentNotice;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.department.Department;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.journal.CaseAccount;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.notice.LetterPdf;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The record of a case for a hearing. */
@Configuration(proxyBeanMethods = false)
@Import(RecordDesk.class)
public class BundleConfiguration {

    @Bean
    HearingRecords hearingRecords(
            ClockLedger clocks,
            CaseJournal journal,
            CaseAccount account,
            Departments departments,
            List<ModuleService<?>> services,
            DocumentStore documents,
            LetterPdf pdf,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${muniflow.city.name:City of Kansas City, Missouri}") String city) {
        RecordFacts facts = new RecordFacts(
                clocks, account, new DepartmentsWord(departments, services), documents, jdbc, clock.getZone());
        return new HearingRecords(
                facts,
                new Exhibits(documents),
                new RecordText(pdf),
                new RecordBinder(clock.getZone()),
                process -> departments
                        .ofProcess(process)
                        .flatMap(department -> department.process(process))
                        .map(ProcessDeclaration::title)
                        .orElse(process),
                new RecordWords(clock.getZone(), city),
                journal,
                new TransactionTemplate(transactions));
    }

    private record DepartmentsWord(Departments departments, List<ModuleService<?>> services)
            implements RecordFacts.CaseLetters {

        @Override
        public List<SentNotice> of(CaseFiles.Row file) {
            return departments
                    .ofProcess(file.processKey())
                    .flatMap(department -> services.stream()
                            .filter(service -> service.type() == Notices.class)
                            .map(service -> (Notices) service.forModule().apply(department.module()))
                            .findFirst())
                    .map(notices -> notices.ofCase(file.caseNumber()))
                    .orElse(List.of());
        }

        @Override
        public @Nullable String module(CaseFiles.Row file) {
            return departments
                    .ofProcess(file.processKey())
                    .map(Department::module)
                    .map(ModuleId::name)
                    .orElse(null);
        }
    }
}
