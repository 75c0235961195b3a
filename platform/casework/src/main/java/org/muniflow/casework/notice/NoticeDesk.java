package org.muniflow.casework.notice;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.casework.Documents.NewDocument;
import org.muniflow.api.casework.Documents.StoredDocument;
import org.muniflow.api.casework.Journal;
import org.muniflow.api.casework.Notice;
import org.muniflow.api.casework.Notices;
import org.muniflow.api.casework.SentNotice;
import org.muniflow.casework.notice.Letters.Sender;
import org.muniflow.casework.notice.OutboxNotice.State;
import org.muniflow.kernel.spi.ModuleId;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes notices from modules: renders, stores the PDF and queues, all in the step's transaction. Nothing leaves the
 * house before that transaction has committed.
 */
final class NoticeDesk {

    private static final Map<Notice.Channel, String> WAYS = Map.of(
            Notice.Channel.CERTIFIED_MAIL, "certified mail",
            Notice.Channel.MAIL, "mail",
            Notice.Channel.ELECTRONIC, "e-mail");
    private static final String EMAIL = "[^\\s@<>,;\\p{C}]+@[^\\s@<>,;\\p{C}]+\\.[^\\s@<>,;\\p{C}]+";

    private final Letters letters;
    private final LetterPdf pdf;
    private final Outbox outbox;
    private final Function<ModuleId, Sender> senders;
    private final Function<String, Documents> documents;
    private final CaseRecords cases;
    private final Function<String, Journal> journals;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final String messageDomain;

    NoticeDesk(
            Letters letters,
            LetterPdf pdf,
            Outbox outbox,
            Function<ModuleId, Sender> senders,
            Function<String, Documents> documents,
            CaseRecords cases,
            Function<String, Journal> journals,
            TransactionOperations transactions,
            Clock clock,
            City city) {
        this.letters = letters;
        this.pdf = pdf;
        this.outbox = outbox;
        this.senders = senders;
        this.documents = documents;
        this.cases = cases;
        this.journals = journals;
        this.transactions = transactions;
        this.clock = clock;
        this.messageDomain = city.email().substring(city.email().indexOf('@') + 1);
    }

    Notices forModule(ModuleId module) {
        return new Notices() {
            @Override
            public String send(Notice notice) {
                return NoticeDesk.this.send(senders.apply(module), notice);
            }

            @Override
            public List<SentNotice> ofCase(String caseNumber) {
                return outbox.ofCase(caseNumber).stream()
                        .map(OutboxNotice::asSent)
                        .toList();
            }
        };
    }

    private String send(Sender sender, Notice notice) {
        List<String> problems = problems(notice);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Case " + notice.caseNumber() + ", letter " + notice.letterKey() + ": "
                    + String.join("; ", problems));
        }
        LocalDate today = LocalDate.now(clock);
        Document page = letters.render(sender, notice, today);
        String language = Letters.language(page);
        byte[] printed = pdf.print(page);
        String id = UUID.randomUUID().toString();
        transactions.executeWithoutResult(status -> {
            StoredDocument stored = store(sender, notice, today, printed);
            outbox.insert(row(id, sender, notice, language, today, stored), clock.instant());
            journals.apply(sender.module().name())
                    .write(
                            notice.caseNumber(),
                            stored.recordId(),
                            "Letter queued (" + WAYS.get(notice.channel()) + "): " + notice.subject()
                                    + fallback(notice, language),
                            notice.cites());
        });
        return id;
    }

    private static String fallback(Notice notice, String language) {
        return language.equals(notice.language())
                ? ""
                : ". In English, since there is no text of it in the language that the addressee wants ("
                        + notice.language() + ")";
    }

    private StoredDocument store(Sender sender, Notice notice, LocalDate today, byte[] printed) {
        NewDocument document = new NewDocument(
                // A case without a record is about itself.
                cases.recordOf(notice.caseNumber()).filter(id -> !id.isBlank()).orElse(notice.caseNumber()),
                notice.caseNumber(),
                "NOTICE",
                notice.letterKey() + "-" + today + ".pdf",
                today,
                false,
                sender.module().name());
        return documents.apply(sender.module().name()).store(document, new ByteArrayInputStream(printed));
    }

    private OutboxNotice row(
            String id, Sender sender, Notice notice, String language, LocalDate today, StoredDocument stored) {
        return new OutboxNotice(
                id,
                sender.module().name(),
                notice.caseNumber(),
                sender.processOf(notice.caseNumber()),
                notice.letterKey(),
                notice.subject(),
                notice.channel(),
                notice.to().name(),
                notice.to().address(),
                notice.to().email(),
                notice.cites(),
                notice.clockOnReceipt(),
                stored.id(),
                State.QUEUED,
                today,
                null,
                null,
                null,
                null,
                "<" + id + "@" + messageDomain + ">",
                0,
                null,
                null,
                false,
                language,
                notice.to().inbox(),
                null,
                null,
                null);
    }

    private static List<String> problems(Notice notice) {
        List<String> problems = new ArrayList<>();
        if (notice.subject().isBlank() || notice.subject().lines().count() > 1) {
            problems.add("the subject is one line of text");
        }
        if (!notice.language().matches(Letters.LANGUAGE)) {
            problems.add("the language is two or three small letters, for example es");
        }
        if (notice.to().name().isBlank()) {
            problems.add("the addressee's name is missing");
        }
        if (notice.channel() == Notice.Channel.ELECTRONIC) {
            String email = Optional.ofNullable(notice.to().email()).orElse("");
            if (!email.matches(EMAIL)) {
                problems.add("the addressee's e-mail address is missing or malformed; it is needed for ELECTRONIC");
            }
        } else if (notice.to().address().stream().allMatch(String::isBlank)) {
            problems.add("the addressee's postal address is missing; it is needed for " + notice.channel());
        }
        if (notice.clockOnReceipt() != null && notice.channel() != Notice.Channel.CERTIFIED_MAIL) {
            problems.add("clock " + notice.clockOnReceipt()
                    + " starts with a return receipt, which only CERTIFIED_MAIL brings");
        }
        return problems;
    }

    /** Finds the record that a case is about. */
    @FunctionalInterface
    interface CaseRecords {
        Optional<String> recordOf(String caseNumber);
    }
}
