package org.muniflow.casework.bundle;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.SentNotice;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.journal.CaseAccount;
import org.muniflow.casework.journal.FiredRule;
import org.muniflow.casework.journal.JournalEntry;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.ledger.LedgerEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gathers what the city knew of a case at the end of a day. */
final class RecordFacts {

    private static final int LINES = 500;

    private final ClockLedger clocks;
    private final CaseAccount account;
    private final CaseLetters letters;
    private final DocumentStore documents;
    private final JdbcClient jdbc;
    private final ZoneId city;

    RecordFacts(
            ClockLedger clocks,
            CaseAccount account,
            CaseLetters letters,
            DocumentStore documents,
            JdbcClient jdbc,
            ZoneId city) {
        this.clocks = clocks;
        this.account = account;
        this.letters = letters;
        this.documents = documents;
        this.jdbc = jdbc;
        this.city = city;
    }

    /** What a case's department knows of it. */
    interface CaseLetters {
        List<SentNotice> of(CaseFiles.Row file);

        /** Returns the module that keeps the case's record; null if no department is known. */
        @Nullable
        String module(CaseFiles.Row file);
    }

    /**
     * A clock as it stood.
     *
     * @param entry the entry as it stands now
     * @param state how it stood then, in words
     * @param actOn the date of the act, if it was known then
     */
    record ClockThen(
            LedgerEntry entry, String state, @Nullable LocalDate actOn) {}

    /**
     * A letter as it stood.
     *
     * @param letter the letter as it stands now
     * @param documentNumber its place among the documents
     * @param mailedOn when it was mailed, if it was by then
     * @param receivedOn when it was received, if it was by then
     */
    record LetterThen(
            SentNotice letter,
            int documentNumber,
            @Nullable LocalDate mailedOn,
            @Nullable LocalDate receivedOn) {}

    /**
     * What was known.
     *
     * @param file the case
     * @param asOf the day
     * @param state how the case stood, in words
     * @param clocks its clocks
     * @param lines its journal and that of its record
     * @param rules the rules that had fired
     * @param documents its documents
     * @param letters its letters
     */
    record Known(
            CaseFiles.Row file,
            LocalDate asOf,
            String state,
            List<ClockThen> clocks,
            List<JournalEntry> lines,
            List<FiredRule> rules,
            List<DocumentStore.Found> documents,
            List<LetterThen> letters) {}

    Known of(CaseFiles.Row file, LocalDate asOf) {
        OffsetDateTime end =
                asOf.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(city).toOffsetDateTime();
        List<JournalEntry> lines = lines(file, end);
        List<DocumentStore.Found> known = documents(file, end);
        return new Known(
                file,
                asOf,
                state(file, lines),
                clocks(file, asOf, end),
                lines,
                lines.stream()
                        .filter(line -> line.kind() == Kind.RULE)
                        .map(FiredRule::of)
                        .toList(),
                known,
                letters(file, known, asOf));
    }

    /**
     * Lines about records that were made, and about steps that were copied after the end, are no part of the next one: it would
     * never be the same twice.
     */
    private List<JournalEntry> lines(CaseFiles.Row file, OffsetDateTime end) {
        CaseAccount.Subject subject = new CaseAccount.Subject(file.caseNumber(), letters.module(file), file.recordId());
        List<JournalEntry> lines = new ArrayList<>();
        long after = 0;
        boolean more = true;
        while (more) {
            List<CaseAccount.Told> some = account.page(subject, Set.of(), after, LINES);
            for (CaseAccount.Told told : some) {
                JournalEntry line = told.entry();
                after = line.id();
                if (line.writtenAt().isBefore(end) && line.kind() != Kind.COPIED && line.kind() != Kind.KEPT) {
                    lines.add(line);
                }
            }
            more = some.size() == LINES;
        }
        return lines;
    }

    private static String state(CaseFiles.Row file, List<JournalEntry> lines) {
        String state = "Open";
        for (JournalEntry line : lines) {
            if (line.kind() == Kind.ENDED && file.processKey().equals(line.processKey())) {
                state = line.what();
            } else if (line.kind() == Kind.REOPENED) {
                state = "Open";
            } else if (line.kind() == Kind.CORRECTED && line.what().startsWith("Voided: ")) {
                return "Void";
            }
        }
        return state;
    }

    private List<ClockThen> clocks(CaseFiles.Row file, LocalDate asOf, OffsetDateTime end) {
        return clocks.ofCase(file.caseNumber()).stream()
                .filter(clock -> clock.startedAt().isBefore(end))
                .map(clock -> then(clock, asOf, end))
                .toList();
    }

    private static ClockThen then(LedgerEntry clock, LocalDate asOf, OffsetDateTime end) {
        OffsetDateTime settled = clock.settledAt();
        if (settled != null && settled.isBefore(end)) {
            return new ClockThen(clock, clock.state().words(), clock.actOn());
        }
        return new ClockThen(clock, standing(clock, asOf).words(), null);
    }

    /** How a clock that is not settled stood; one that is paused, and a window, has no last day to miss. */
    private static LedgerEntry.State standing(LedgerEntry clock, LocalDate asOf) {
        LocalDate paused = clock.pausedOn();
        if (clock.state() == LedgerEntry.State.PAUSED && paused != null && !paused.isAfter(asOf)) {
            return LedgerEntry.State.PAUSED;
        }
        boolean late = !clock.isWindow() && clock.computation().due().isBefore(asOf);
        return late ? LedgerEntry.State.BREACHED : LedgerEntry.State.RUNNING;
    }

    private List<DocumentStore.Found> documents(CaseFiles.Row file, OffsetDateTime end) {
        return jdbc
                .sql("select id from muniflow.document d where stored_at < ? and (case_number = ?"
                        + " or (record_id = ? and record_id <> '' and case_number is null))"
                        // Of each document the version that was the newest then, at the place of the first.
                        + " and not exists (select 1 from muniflow.document n where n.series_id = d.series_id"
                        + " and n.version > d.version and n.stored_at < ?)"
                        + " order by (select f.stored_at from muniflow.document f where f.id = d.series_id), series_id")
                .params(end, file.caseNumber(), file.recordId(), end)
                .query(String.class)
                .list()
                .stream()
                .flatMap(id -> documents.find(id).stream())
                .toList();
    }

    private List<LetterThen> letters(CaseFiles.Row file, List<DocumentStore.Found> known, LocalDate asOf) {
        List<LetterThen> then = new ArrayList<>();
        for (SentNotice letter : letters.of(file)) {
            for (int i = 0; i < known.size(); i++) {
                DocumentStore.Found document = known.get(i);
                // What a closed letter was about is left out with it.
                if (document.document().id().equals(letter.documentId()) && document.isForEverybody()) {
                    then.add(new LetterThen(letter, i + 1, by(letter.mailedOn(), asOf), by(letter.receivedOn(), asOf)));
                }
            }
        }
        return then;
    }

    private static @Nullable LocalDate by(@Nullable LocalDate day, LocalDate asOf) {
        return Optional.ofNullable(day).filter(date -> !date.isAfter(asOf)).orElse(null);
    }
}
