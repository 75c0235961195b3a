package org.muniflow.casework.inbox;

import java.time.Clock;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.journal.CaseJournal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Assembles the portal inboxes. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class InboxConfiguration {

    @Bean
    Inbox inbox(
            JdbcClient jdbc,
            DocumentStore documents,
            CaseJournal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Inbox(jdbc, documents, journal.of("muniflow"), new TransactionTemplate(transactions), clock);
    }
}
