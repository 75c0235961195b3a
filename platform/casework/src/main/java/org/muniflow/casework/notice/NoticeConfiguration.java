package org.muniflow.casework.notice;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Notices;
import org.muniflow.casework.cases.VersionCases;
import org.muniflow.casework.clock.ModuleClocks;
import org.muniflow.casework.clock.NotComputable;
import org.muniflow.casework.clock.UnknownClock;
import org.muniflow.casework.document.CaseAccess;
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
    PrintQueue printQueue(JdbcClient jdbc) {
        return new PrintQueue(jdbc);
    }

    @Bean
    PrintRuns printRuns(Outbox outbox, CaseJournal journal, PlatformTransactionManager transactions, Clock clock) {
        return new PrintRuns(outbox, journal.of("muniflow"), new TransactionTemplate(transactions), clock);
    }

    @Bean
    PrintOut printOut(Letters letters, LetterPdf pdf, DocumentStore documents, Clock clock) {
        return new PrintOut(letters, pdf, id -> open(documents, id), clock.getZone());
    }

    @Bean
    Receipts receipts(
            Outbox outbox,
            PrintQueue queue,
            PrintRoom room,
            CaseAccess access,
            ModuleClocks clocks,
            CaseJournal journal,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${muniflow.mail.constructive-receipt-days:#{null}}") @Nullable Integer days) {
        if (days != null && days < 1) {
            throw new IllegalArgumentException("muniflow.mail.constructive-receipt-days is " + days
                    + "; give a number of days from 1, or leave it out so that nothing is asked by time");
        }
        return new Receipts(
                outbox,
                queue,
                room,
                access,
                (clockId, on) -> hears(clocks, clockId, on),
                journal.of("muniflow"),
                new TransactionTemplate(transactions),
                clock,
                days);
    }

    private static Optional<String> hears(ModuleClocks clocks, String clockId, LocalDate on) {
        try {
            return Optional.ofNullable(clocks.definition(clockId, on).escalationGroup());
        } catch (UnknownClock | NotComputable unknown) {
            return Optional.empty();
        }
    }

    private static InputStream open(DocumentStore documents, String id) {
        return documents
                .find(id)
                .map(found -> documents.open(found.document()))
                .orElseThrow(() -> new IllegalStateException("The letter " + id + " is not in the store"));
    }

    @Bean
    Dispatch dispatch(
            Outbox outbox,
            ObjectProvider<JavaMailSender> server,
            DocumentStore documents,
            City city,
            Clock clock,
            @Value("${muniflow.notices.outbox-folder:${muniflow.data:data}/outbox}") Path folder,
            @Value("${muniflow.notices.abandoned-after:PT15M}") Duration abandonedAfter) {
        Mail mail = new Mail(server.getIfAvailable(), folder, id -> open(documents, id), city, clock);
        return new Dispatch(outbox, mail, clock, abandonedAfter);
    }
}
