package org.muniflow.casework.document;

import java.nio.file.Path;
import java.time.Clock;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Documents;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.kernel.spi.ModuleService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The document store and its web interface. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class DocumentConfiguration {

    @Bean
    DocumentStore documentStore(
            JdbcClient jdbc,
            CaseAccess access,
            Clock clock,
            @Value("${muniflow.documents.folder:${muniflow.data:data}/documents}") Path folder,
            @Value("${muniflow.documents.max-size:50MB}") DataSize maxSize) {
        return new DocumentStore(jdbc, new DocumentSettings(folder, maxSize), access, clock);
    }

    @Bean
    DocumentDisposal documentDisposal(
            JdbcClient jdbc,
            Clock clock,
            @Value("${muniflow.documents.folder:${muniflow.data:data}/documents}") Path folder) {
        return new DocumentDisposal(jdbc, new Vault(folder), clock);
    }

    @Bean
    DocumentMarks documentMarks(JdbcClient jdbc, Clock clock) {
        return new DocumentMarks(jdbc, clock);
    }

    @Bean
    CaseDocumentLists caseDocumentLists(DocumentStore store, CaseAccess access) {
        return new CaseDocumentLists(store, access);
    }

    @Bean
    DocumentCheck documentCheck(
            JdbcClient jdbc,
            Clock clock,
            @Value("${muniflow.documents.folder:${muniflow.data:data}/documents}") Path folder) {
        return new DocumentCheck(jdbc, new Vault(folder), clock);
    }

    @Bean
    ModuleService<Documents> documentsForModules(DocumentStore store) {
        return new ModuleService<>(Documents.class, module -> store.forModule(module.name()));
    }

    @Bean
    CaseAccess caseAccess(Departments departments, ObjectProvider<Cases> cases) {
        return new CaseAccess(departments, cases::getObject);
    }

    @Bean
    TaskCases taskCases(TaskService tasks, RuntimeService running, IdentityService identities) {
        return new TaskCases(tasks, running, identities);
    }

    @Bean
    DocumentVisits documentVisits(CaseDocumentLists lists, CaseAccess access, CaseDocuments cases) {
        return new DocumentVisits(lists, access, cases);
    }

    @Bean
    CaseDocuments caseDocuments(
            DocumentStore store,
            DocumentMarks marks,
            CaseAccess access,
            ObjectProvider<Cases> cases,
            CaseJournal journal,
            PlatformTransactionManager transactions) {
        return new CaseDocuments(
                store, marks, access, cases::getObject, journal.of("muniflow"), new TransactionTemplate(transactions));
    }
}
