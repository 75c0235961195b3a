package org.muniflow.casework.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.muniflow.casework.bundle.RecordFacts.Known;
import org.muniflow.casework.bundle.RecordText.Part;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the record of a case for a hearing: case sheet, clocks with their explanations, journal, letters, documents with
 * their pages, hashes and a page to certify it. Nothing of it is held in memory as a whole. The same case as of the same
 * day gives the same bytes, whoever asks.
 */
final class HearingRecords {

    private final RecordFacts facts;
    private final Exhibits exhibits;
    private final RecordText text;
    private final RecordBinder binder;
    private final Function<String, String> processTitles;
    private final RecordWords words;
    private final CaseJournal journal;
    private final TransactionOperations transactions;

    HearingRecords(
            RecordFacts facts,
            Exhibits exhibits,
            RecordText text,
            RecordBinder binder,
            Function<String, String> processTitles,
            RecordWords words,
            CaseJournal journal,
            TransactionOperations transactions) {
        this.facts = facts;
        this.exhibits = exhibits;
        this.text = text;
        this.binder = binder;
        this.processTitles = processTitles;
        this.words = words;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** A record that is ready: close it when it has been sent. */
    record Ready(Path folder, Path pdf, String sha256, int pages) implements AutoCloseable {
        @Override
        public void close() {
            delete(folder);
        }
    }

    /**
     * Makes the record and writes into the journal that it was made.
     *
     * @param file the case
     * @param asOf the day
     * @return the record on disk
     */
    Ready make(CaseFiles.Row file, LocalDate asOf) {
        Path folder = folder();
        try {
            Path pdf = folder.resolve("record.pdf");
            MessageDigest digest = sha256();
            int pages;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(pdf), digest)) {
                pages = binder.bind(file.caseNumber(), asOf, parts(facts.of(file, asOf), folder), out);
            }
            String hash = HexFormat.of().formatHex(digest.digest());
            transactions.executeWithoutResult(status -> journal.write(
                    file.caseNumber(),
                    Kind.COPIED,
                    "The record of the case as of " + asOf + " was made: " + pages + " pages, SHA-256 " + hash + ".",
                    ""));
            return new Ready(folder, pdf, hash, pages);
        } catch (IOException e) {
            delete(folder);
            throw new UncheckedIOException("The record of case " + file.caseNumber() + " cannot be written", e);
        } catch (RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private List<Part> parts(Known known, Path folder) {
        List<Exhibit> documents = exhibits.fetch(known.documents(), folder);
        Map<String, Object> values = new HashMap<>();
        values.put("known", known);
        values.put("process", processTitles.apply(known.file().processKey()));
        values.put("documents", documents);
        values.put(
                "withheld",
                documents.stream()
                        .filter(document -> document.withheld() != null)
                        .toList());
        values.put("words", words);
        List<Part> following = new ArrayList<>();
        following.add(text.print(folder, "sheet", "Case sheet", values));
        following.add(text.print(folder, "clocks", "Clocks and why their dates are what they are", values));
        following.add(text.print(folder, "rules", "Rules that fired", values));
        following.add(text.print(folder, "journal", "Journal", values));
        following.add(text.print(folder, "letters", "Letters", values));
        following.add(text.print(folder, "documents", "List of documents", values));
        for (Exhibit document : documents) {
            Path pages = document.pages();
            following.add(new Part(
                    document.title(), pages == null ? folder : pages, pages == null ? 0 : document.count(), false));
        }
        following.add(text.print(folder, "hashes", "Hashes", values));
        int rest = following.stream().mapToInt(Part::pages).sum();
        // The certificate names the number of pages, its own and the index's included.
        int index = text.index(folder, values, with(following, new Part("Certificate", folder, 1, true)))
                .pages();
        values.put("total", index + rest + 1);
        Part certificate = text.print(folder, "certificate", "Certificate", values);
        List<Part> all = with(following, certificate);
        return with(List.of(text.index(folder, values, all)), all.toArray(Part[]::new));
    }

    private static List<Part> with(List<Part> parts, Part... more) {
        return Stream.concat(parts.stream(), Stream.of(more)).toList();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("record-");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place for temporary files", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder " + folder + " cannot be removed", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java always offers SHA-256", e);
        }
    }
}
