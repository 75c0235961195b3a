package org.muniflow.casework.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniflow.api.casework.Notice;
import org.muniflow.api.casework.Notice.Addressee;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.kernel.spi.ModuleId;

/** The real letters of the civil rights department with invented firms, each in English and in Spanish. */
final class CivilRightsLetters {

    private static final Path FOLDER =
            Path.of(System.getProperty("muniflow.root", "../.."), "bpmn/civil-rights/letters");
    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);

    private CivilRightsLetters() {}

    static Letters.Sender sender() {
        return new Letters.Sender(
                new ModuleId("civil-rights", "1.0.0"),
                "Civil Rights and Equal Opportunity Department",
                Map.of("CERT", "certification"),
                key -> read(key),
                Letters.templates());
    }

    static Optional<String> read(String key) {
        Path file = FOLDER.resolve(key + ".html");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> keys() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[a-z-]+\\.html"))
                    .map(name -> name.substring(0, name.length() - ".html".length()))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every letter, and the denial with each of its routes. */
    static Stream<Notice> samples() {
        return Stream.of(
                notice(
                        "application-barred",
                        Map.of(
                                "firmName",
                                "Peña & Søn “Builders” LLC",
                                "receivedOn",
                                RECEIVED,
                                "reasons",
                                List.of(Map.of(
                                        "text",
                                        "The firm withdrew an application on June 1, 2025.",
                                        "cites",
                                        "KCMO Code § 3-461(h)")),
                                "barredUntil",
                                LocalDate.of(2026, 6, 1),
                                "firstDay",
                                LocalDate.of(2026, 6, 2))),
                notice(
                        "documents-request",
                        Map.of(
                                "firmName",
                                "Peña & Søn “Builders” LLC",
                                "receivedOn",
                                RECEIVED,
                                "documents",
                                List.of("Federal business tax return for 2025", "Stock ledger"),
                                "documentsDueOn",
                                LocalDate.of(2026, 4, 1))),
                notice(
                        "withdrawal-confirmed",
                        Map.of(
                                "firmName",
                                "Peña & Søn “Builders” LLC",
                                "withdrawnOn",
                                LocalDate.of(2026, 3, 15),
                                "barredUntil",
                                LocalDate.of(2027, 3, 15),
                                "firstDay",
                                LocalDate.of(2027, 3, 16))),
                notice(
                        "withdrawal-refused",
                        Map.of(
                                "firmName",
                                "Peña & Søn “Builders” LLC",
                                "withdrawnOn",
                                LocalDate.of(2026, 3, 20),
                                "auditStartedOn",
                                LocalDate.of(2026, 3, 12))),
                notice(
                        "audit-announcement",
                        Map.of(
                                "firmName",
                                "Peña & Søn “Builders” LLC",
                                "auditScheduledOn",
                                LocalDate.of(2026, 3, 12),
                                "place",
                                "100 Sample Street, Kansas City, MO 64106")),
                notice(
                        "certification",
                        Map.of(
                                "firmName",
                                "Peña & Søn “Builders” LLC",
                                "certificateNumber",
                                "MWBE-2026-000001",
                                "certifications",
                                List.of("Minority business enterprise (MBE)", "Woman business enterprise (WBE)"),
                                "certifiedOn",
                                LocalDate.of(2026, 3, 30),
                                "expiresOn",
                                LocalDate.of(2029, 3, 30),
                                "naics",
                                List.of(
                                        Map.of("code", "236220", "title", "Commercial building construction"),
                                        Map.of("code", "238210", "title", "Electrical contractors")))),
                denial("CITY"),
                denial("UCP"),
                denial("NONE"));
    }

    static Notice denial(String route) {
        Map<String, Object> data = new java.util.HashMap<>(Map.of(
                "firmName",
                "Peña & Søn “Builders” LLC",
                "receivedOn",
                RECEIVED,
                "decidedOn",
                LocalDate.of(2026, 5, 20),
                "reasons",
                List.of(
                        Map.of(
                                "text",
                                "The qualifying owners hold 30.6 percent of the firm; 51 percent is required.",
                                "cites",
                                "KCMO Code § 3-461(l)(1)"),
                        Map.of(
                                "text",
                                "A non-qualifying person controls the firm's daily operations.",
                                "cites",
                                "KCMO Code § 3-461(m)(1)")),
                "appealRoute",
                route,
                "barredUntil",
                LocalDate.of(2027, 5, 20),
                "firstDay",
                LocalDate.of(2027, 5, 21)));
        if (route.equals("CITY")) {
            data.put("appealPeriod", "20 business days");
        }
        return notice("denial", data);
    }

    static Notice notice(String letter, Map<String, ?> data) {
        boolean denial = letter.equals("denial");
        return new Notice(
                "CERT-2026-000123",
                letter,
                "Letter to Peña & Søn",
                denial ? Channel.CERTIFIED_MAIL : Channel.MAIL,
                new Addressee("Peña & Søn “Builders” LLC", List.of("100 Sample Street", "Kansas City, MO 64106"), null),
                data,
                "KCMO Code § 3-461",
                denial && "CITY".equals(data.get("appealRoute")) ? "C-105" : null);
    }

    /** The same notice to somebody who wants it in Spanish. */
    static Notice spanish(Notice notice) {
        return new Notice(
                notice.caseNumber(),
                notice.letterKey(),
                notice.subject(),
                notice.channel(),
                notice.to(),
                notice.data(),
                notice.cites(),
                notice.clockOnReceipt(),
                "es");
    }
}
