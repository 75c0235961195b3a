package org.muniflow.casework.notice;

import java.nio.file.Path;
import java.time.Clock;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Notices;
import org.muniflow.casework.cases.VersionCases;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.kernel.spi.ModuleNeeds;
import org.muniflow.kernel.spi.ModuleService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters, the outbox, the print room and e-mail. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableScheduling
@EnableConfigurationProperties(City.class)
public class NoticeConfiguration {

    @Bean
    Letters letters(City city) {
        return new Letters(city);
    }

    @Bean
    LetterPdf letterPdf() {
        return new LetterPdf();
    }

    @Bean
    LetterCheck letterCheck() {
        return new LetterCheck();
    }

    @Bean
    ModuleLetters moduleLetters() {
        return new ModuleLetters();
    }

    @Bean
    Outbox outbox(JdbcClient jdbc) {
        return new Outbox(jdbc);
    }

    @Bean
    OutboxDesk outboxDesk(JdbcClient jdbc, Clock clock) {
        return new OutboxDesk(jdbc, clock);
    }

    @Bean
    ModuleService<Notices> noticesForModules(
            Letters letters,
            LetterPdf pdf,
            ModuleLetters senders,
            Outbox outbox,
            DocumentStore documents,
            ObjectProvider<Cases> cases,
            CaseJournal journal,
            PlatformTransactionManager transactions,
            Clock clock,
            City city) {
        NoticeDesk desk = new NoticeDesk(
                letters,
                pdf,
                outbox,
                senders,
                documents::forModule,
                caseNumber -> cases.getObject().find(caseNumber).map(Cases.CaseFile::recordId),
                journal::of,
                new TransactionTemplate(transactions),
                clock,
                city);
        return new ModuleService<>(Notices.class, desk::forModule);
    }

    @Bean
    UnsentLetters unsentLetters(Outbox outbox) {
        return new UnsentLetters(outbox);
    }

    @Bean
    ModuleNeeds noticeNeeds(Outbox outbox, VersionCases cases) {
        return new NoticeNeeds(outbox, cases);
    }

    @Bean
    PrintRoom printRoom(
            Outbox outbox,
            ClockLedger ledger,
            CaseJournal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new PrintRoom(
                outbox, ledger::start, journal.of("muniflow"), new TransactionTemplate(transactions), clock);
    }

    @Bean
    Dispatch dispatch(
            Outbox outbox,
            ObjectProvider<JavaMailSender> server,
            DocumentStore documents,
            City city,
            Clock clock,
            @Value("${muniflow.notices.outbox-folder:${muniflow.data:data}/outbox}") Path folder) {
        Mail mail = new Mail(
                server.getIfAvailable(),
                folder,
                id -> documents
                        .find(id)
                        .map(found -> documents.open(found.document()))
                        .orElseThrow(() -> new IllegalStateException("The letter " + id + " is not in the store")),
                city,
                clock);
        return new Dispatch(outbox, mail, clock);
    }
}
