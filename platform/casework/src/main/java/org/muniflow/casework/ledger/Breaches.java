package org.muniflow.casework.ledger;

import static org.muniflow.casework.ledger.WhyThisDate.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.muniflow.api.casework.Cases;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.casework.ledger.LedgerRows.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds the clocks whose last day has passed without the act, also when a timer was lost, and opens the processes that the
 * law wants then. Each clock has its own transaction under the lock of its row: several nodes, timers and acts of people never
 * tell the same breach twice, and a clock that cannot be marked keeps no other from it.
 */
final class Breaches {

    private static final Logger LOG = LoggerFactory.getLogger(Breaches.class);
    private static final int PAGE = 200;

    private final LedgerRows rows;
    private final CaseJournal journal;
    private final Supplier<Cases> cases;
    private final TransactionOperations transactions;

    Breaches(LedgerRows rows, CaseJournal journal, Supplier<Cases> cases, TransactionOperations transactions) {
        this.rows = rows;
        this.journal = journal;
        this.cases = cases;
        this.transactions = transactions;
    }

    /** Marks every clock that has run out, and returns how many were. */
    int mark(LocalDate today) {
        int marked = 0;
        Place last = Place.FIRST;
        for (List<Place> page = rows.overdue(today, last, PAGE); !page.isEmpty(); ) {
            marked += sum(page, "marked as missed", place -> mark(place.id(), today));
            last = page.get(page.size() - 1);
            page = rows.overdue(today, last, PAGE);
        }
        return marked;
    }

    /** Opens the processes of clocks that were missed and have none yet, and returns how many were opened. */
    int open(LocalDate today) {
        int opened = 0;
        String last = "";
        for (List<String> page = rows.toOpen(last, PAGE); !page.isEmpty(); ) {
            opened += sum(page, "followed by its process", id -> open(id, today));
            last = page.get(page.size() - 1);
            page = rows.toOpen(last, PAGE);
        }
        return opened;
    }

    private <T> int sum(List<T> page, String what, ToIntFunction<T> act) {
        int sum = 0;
        for (T one : page) {
            try {
                sum += Objects.requireNonNull(transactions.execute(status -> act.applyAsInt(one)));
            } catch (RuntimeException failed) {
                LOG.warn("The clock {} could not be {} and will be tried again: {}", one, what, failed.getMessage());
            }
        }
        return sum;
    }

    private int mark(String id, LocalDate today) {
        LedgerEntry entry = rows.hold(id).orElse(null);
        if (entry == null
                || entry.state() != LedgerEntry.State.RUNNING
                || !entry.open()
                || !entry.computation().due().isBefore(today)) {
            return 0;
        }
        rows.overdue(entry);
        String group = entry.escalationGroup();
        journal.write(
                entry.caseNumber(),
                Kind.CLOCK,
                "Clock " + entry.computation().clockId() + " (" + entry.title() + ") was missed on "
                        + day(entry.computation().due()) + (group == null ? "." : "; " + group + " is to see to it."),
                entry.computation().cites());
        return 1;
    }

    private int open(String id, LocalDate today) {
        LedgerEntry entry = rows.hold(id).orElse(null);
        Optional<String> process = entry == null ? Optional.empty() : rows.stillToOpen(id);
        if (entry == null || process.isEmpty()) {
            return 0;
        }
        Cases.CaseFile missed = cases.get()
                .find(entry.caseNumber())
                .orElseThrow(() -> new IllegalStateException("case " + entry.caseNumber() + " has no file"));
        String number = cases.get()
                .start(process.get(), missed.recordId(), missed.title(), today, MissedClock.variables(entry));
        rows.opened(id, number);
        journal.write(
                entry.caseNumber(),
                Kind.CLOCK,
                "Case " + number + " was opened, since clock "
                        + entry.computation().clockId() + " (" + entry.title() + ") was missed.",
                entry.computation().cites());
        return 1;
    }
}
