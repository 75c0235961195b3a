package org.muniflow.casework.notice;

import java.nio.file.Path;
import java.time.Clock;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Journal;
import org.muniflow.api.casework.Notices;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.Modules;
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
    ModuleLetters moduleLetters(ObjectProvider<Modules> modules, Letters letters) {
        return new ModuleLetters(modules, letters);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc) {
        return new Outbox(jdbc);
    }

    @Bean
    ModuleService<Notices> noticesForModules(
            Letters letters,
            LetterPdf pdf,
            ModuleLetters senders,
            Outbox outbox,
            DocumentStore documents,
            ObjectProvider<ModuleService<?>> services,
            PlatformTransactionManager transactions,
            Clock clock,
            City city) {
        NoticeDesk desk = new NoticeDesk(
                letters,
                pdf,
                outbox,
                senders,
                documents::forModule,
                caseNumber -> service(services, Cases.class).find(caseNumber).map(Cases.CaseFile::recordId),
                new TransactionTemplate(transactions),
                clock,
                city);
        return new ModuleService<>(Notices.class, desk::forModule);
    }

    @Bean
    PrintRoom printRoom(
            Outbox outbox,
            ObjectProvider<ReceiptClocks> clocks,
            ObjectProvider<ModuleService<?>> services,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new PrintRoom(
                outbox,
                (caseNumber, clockId, receivedOn) -> clocks.getObject().start(caseNumber, clockId, receivedOn),
                (caseNumber, recordId, what, cites) ->
                        service(services, Journal.class).write(caseNumber, recordId, what, cites),
                new TransactionTemplate(transactions),
                clock);
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

    private static <T> T service(ObjectProvider<ModuleService<?>> services, Class<T> type) {
        return services.stream()
                .filter(service -> service.type() == type)
                .map(service -> type.cast(service.forModule().apply("muniflow")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + type.getSimpleName() + " service is configured"));
    }
}
