package org.muniflow.casework.ledger;

import static org.muniflow.casework.ledger.WhyThisDate.day;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.casework.Ledger.Cause;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.time.BusinessCalendar;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.casework.ledger.LedgerEntry.State;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.StepRefused;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Pauses, resumes and extends clocks that are not settled. The row, its history, the engine's timers and the due dates of tasks
 * change in one transaction.
 */
public final class Tolling {

    private static final int LONGEST = 1000;

    private final LedgerRows rows;
    private final TiedDates tied;
    private final BusinessCalendar calendar;
    private final CaseJournal journal;
    private final Actors actors;
    private final TransactionOperations transactions;
    private final Clock clock;

    Tolling(
            LedgerRows rows,
            TiedDates tied,
            BusinessCalendar calendar,
            CaseJournal journal,
            Actors actors,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.tied = tied;
        this.calendar = calendar;
        this.journal = journal;
        this.actors = actors;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Changes a clock for cause.
     *
     * @param clockRow the ledger's id of the clock
     * @param kind PAUSED, RESUMED or EXTENDED
     * @param on the first day that does not count, the first that counts again, or the new last day
     * @param cause why, and by which section or order
     * @return the clock as it is now
     * @throws Rejected when the clock, the date or the cause does not allow it; the fields are {@code on}, {@code reason} and
     *     {@code cites}
     */
    public LedgerEntry change(String clockRow, ClockChange.Kind kind, @Nullable LocalDate on, Cause cause) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                LedgerEntry entry = rows.hold(clockRow)
                        .orElseThrow(() -> new Rejected("", "There is no clock " + clockRow + " in the ledger."));
                return apply(entry, kind, checked(entry, kind, on, cause), cause);
            }));
        } catch (StepRefused running) {
            throw new Rejected("", String.valueOf(running.getMessage()));
        } catch (OptimisticLockingException atOnce) {
            throw new Rejected(
                    "", "The case went on at the same moment, so nothing was changed. Look at it again and repeat.");
        }
    }

    private LedgerEntry apply(LedgerEntry entry, ClockChange.Kind kind, LocalDate on, Cause cause) {
        List<ClockChange> all = new ArrayList<>(entry.changes());
        all.add(change(entry, kind, on, null, cause));
        Optional<ClockDue> counted = Recount.of(entry.first(), all, calendar);
        LocalDate due = counted.map(ClockDue::due).orElse(null);
        ClockChange made = change(entry, kind, on, due, cause);
        all.set(all.size() - 1, made);
        State state = state(entry, due);
        ClockDue computation = counted.orElse(entry.computation());
        rows.changed(entry, computation, state, due == null ? on : null, made);
        tied.move(entry, due);
        journal.write(
                entry.caseNumber(),
                Kind.CLOCK,
                sentence(entry, made),
                cause.cites().strip());
        return entry.changed(computation, state, due == null ? on : null, all);
    }

    private State state(LedgerEntry entry, @Nullable LocalDate due) {
        if (due == null) {
            return State.PAUSED;
        }
        boolean over = due.isBefore(LocalDate.now(clock));
        return over && entry.state() == State.BREACHED ? State.BREACHED : State.RUNNING;
    }

    private ClockChange change(
            LedgerEntry entry, ClockChange.Kind kind, LocalDate on, @Nullable LocalDate newDue, Cause cause) {
        return new ClockChange(
                entry.changes().size() + 1,
                kind,
                on,
                entry.computation().due(),
                newDue,
                cause.reason().strip(),
                cause.cites().strip(),
                actors.current(),
                OffsetDateTime.now(clock));
    }

    private LocalDate checked(LedgerEntry entry, ClockChange.Kind kind, @Nullable LocalDate on, Cause cause) {
        if (!entry.open()) {
            throw new Rejected(
                    "", "Clock " + entry.computation().clockId() + " is settled; what is settled does not change.");
        }
        if (entry.isWindow()) {
            throw new Rejected("", "This clock is open until the case leaves its step, so no day of it can be moved.");
        }
        boolean paused = entry.state() == State.PAUSED;
        if (paused != (kind == ClockChange.Kind.RESUMED)) {
            throw new Rejected(
                    "",
                    paused
                            ? "The clock is paused. Let it run on before you pause or extend it."
                            : "The clock is not paused, so there is nothing to resume.");
        }
        List<FieldProblem> problems = new ArrayList<>();
        text("reason", "a reason in a sentence", cause.reason(), problems);
        text("cites", "the section or order that allows it", cause.cites(), problems);
        if (on == null) {
            problems.add(FieldProblem.of("on", "Enter the date."));
        } else {
            date(entry, kind, on).ifPresent(why -> problems.add(FieldProblem.of("on", why)));
        }
        if (on == null || !problems.isEmpty()) {
            throw new Rejected(problems);
        }
        return on;
    }

    private Optional<String> date(LedgerEntry entry, ClockChange.Kind kind, LocalDate on) {
        LocalDate due = entry.computation().due();
        if (kind == ClockChange.Kind.EXTENDED) {
            return on.isAfter(due)
                    ? Optional.empty()
                    : Optional.of("The new last day is after the present one, " + day(due) + ". Enter a later date.");
        }
        if (on.isAfter(LocalDate.now(clock))) {
            return Optional.of("The date is in the future. Key it in on that day.");
        }
        if (kind == ClockChange.Kind.RESUMED) {
            LocalDate from = entry.pausedOn();
            return from == null || !on.isBefore(from)
                    ? Optional.empty()
                    : Optional.of("The clock has been paused since " + day(from)
                            + " only. Enter that day to take the pause back, or a later one.");
        }
        LocalDate earliest = lastResumed(entry).orElse(entry.first().trigger());
        if (on.isBefore(earliest)) {
            return Optional.of("The clock counts from " + day(earliest) + ". Enter that day or a later one.");
        }
        return on.isAfter(due)
                ? Optional.of(
                        "The last day, " + day(due) + ", was over before that date, so there is nothing to pause.")
                : Optional.empty();
    }

    private static Optional<LocalDate> lastResumed(LedgerEntry entry) {
        return entry.changes().stream()
                .filter(change -> change.kind() == ClockChange.Kind.RESUMED)
                .map(ClockChange::effectiveOn)
                .reduce((earlier, later) -> later);
    }

    private static void text(String field, String what, String given, List<FieldProblem> problems) {
        if (given.isBlank()) {
            problems.add(FieldProblem.of(field, "Enter " + what + "."));
        } else if (given.length() > LONGEST) {
            problems.add(FieldProblem.of(field, "Keep it within " + LONGEST + " characters."));
        }
    }

    private static String sentence(LedgerEntry entry, ClockChange change) {
        String clockOf = "Clock " + entry.computation().clockId() + " (" + entry.title() + ") ";
        LocalDate newDue = change.newDue();
        String what =
                switch (change.kind()) {
                    case PAUSED ->
                        "is paused from " + day(change.effectiveOn()) + "; it was to end on " + day(change.oldDue());
                    case RESUMED -> "runs on from " + day(change.effectiveOn());
                    case EXTENDED -> "is extended";
                    case CALENDAR -> "is counted anew";
                };
        return clockOf + what + (newDue == null ? "" : "; the last day " + moved(change.oldDue(), newDue))
                + ". Reason: " + change.reason();
    }

    private static String moved(LocalDate oldDue, LocalDate newDue) {
        return oldDue.equals(newDue) ? "stays " + day(oldDue) : "moves from " + day(oldDue) + " to " + day(newDue);
    }
}
