package org.muniflow.casework.ledger;

import static org.muniflow.casework.ledger.WhyThisDate.day;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.casework.Ledger;
import org.muniflow.casework.clock.ClockDefinition;
import org.muniflow.casework.clock.ClockKind;
import org.muniflow.casework.clock.ModuleClocks;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.kernel.spi.CaseStep;
import org.springframework.transaction.support.TransactionOperations;

/** The ledger of clocks, in {@code muniflow.clock}: what started each, how its date came about, and what became of it. */
public final class ClockLedger implements Ledger {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    /** The last day of a window, which has none. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final LedgerRows rows;
    private final ModuleClocks clocks;
    private final CaseJournal journal;
    private final TransactionOperations transactions;
    private final Tolling tolling;
    private final Breaches breaches;

    ClockLedger(
            LedgerRows rows,
            ModuleClocks clocks,
            CaseJournal journal,
            TransactionOperations transactions,
            Tolling tolling,
            Breaches breaches) {
        this.rows = rows;
        this.tolling = tolling;
        this.breaches = breaches;
        this.clocks = clocks;
        this.journal = journal;
        this.transactions = transactions;
    }

    /**
     * Starts a clock that the receipt of a notice starts, in the present transaction. A second receipt of the same kind
     * corrects the first: the earlier clock is cancelled.
     *
     * @param caseNumber the case
     * @param clockId the clock, for example {@code C-105}
     * @param trigger the date on the return receipt (T-12)
     * @return the computed clock
     * @throws IllegalArgumentException when the clock is unknown or cannot be computed from one date
     */
    public ClockDue start(String caseNumber, String clockId, LocalDate trigger) {
        ClockDue due = clocks.due(clockId, trigger);
        LedgerRows.Source receipt =
                new LedgerRows.Source("NOTICE", caseNumber + ":" + clockId, "Receipt of the notice");
        transactions.executeWithoutResult(status -> {
            rows.cancelled(receipt, "The date of receipt was corrected");
            start(caseNumber, clocks.definition(clockId, trigger), due, receipt);
        });
        return due;
    }

    /**
     * Settles a clock that a notice's receipt started, by the date of the act.
     *
     * @param caseNumber the case
     * @param clockId the clock
     * @param actOn the date of the act, for example the filing of the appeal
     */
    public void met(String caseNumber, String clockId, LocalDate actOn) {
        transactions.executeWithoutResult(status -> {
            rows.met(new LedgerRows.Source("NOTICE", caseNumber + ":" + clockId, "Receipt of the notice"), actOn);
            journal.write(caseNumber, Kind.CLOCK, "Clock " + clockId + ": the act was done on " + day(actOn) + ".", "");
        });
    }

    /**
     * Cancels every clock of a case that is not settled, since the case itself ends before its outcome. Call this in the
     * transaction that ends the case.
     *
     * @param caseNumber the case
     * @param why the reason, kept with each clock
     */
    public void cancelAll(String caseNumber, String why) {
        rows.cancelledWithCase(caseNumber, why);
    }

    @Override
    public boolean timelyAct(String caseNumber, String clockId, LocalDate actOn) {
        LedgerEntry entry = rows.latest(caseNumber, clockId)
                .orElseThrow(() -> new IllegalArgumentException("Case " + caseNumber + " has no clock " + clockId
                        + "; check the clock's id, or key in first what starts it"));
        boolean timely = entry.isWindow() ? isOpen(entry, actOn) : isInTime(entry, actOn);
        if (timely && entry.state() == LedgerEntry.State.BREACHED) {
            transactions.executeWithoutResult(status -> {
                rows.keyedLate(entry, actOn, "Timely act of " + day(actOn) + ", keyed late");
                journal.write(
                        caseNumber,
                        Kind.CLOCK,
                        "Clock " + clockId + " was met by the act of " + day(actOn) + ", keyed in after the last day, "
                                + day(entry.computation().due()) + ".",
                        entry.computation().cites());
            });
        }
        return timely;
    }

    @Override
    public void pause(String caseNumber, String clockId, LocalDate from, Cause cause) {
        tolling.change(open(caseNumber, clockId).id(), ClockChange.Kind.PAUSED, from, cause);
    }

    @Override
    public LocalDate resume(String caseNumber, String clockId, LocalDate on, Cause cause) {
        return tolling.change(open(caseNumber, clockId).id(), ClockChange.Kind.RESUMED, on, cause)
                .computation()
                .due();
    }

    @Override
    public void extend(String caseNumber, String clockId, LocalDate until, Cause cause) {
        tolling.change(open(caseNumber, clockId).id(), ClockChange.Kind.EXTENDED, until, cause);
    }

    private static boolean isInTime(LedgerEntry entry, LocalDate actOn) {
        return entry.state() == LedgerEntry.State.PAUSED
                || !actOn.isAfter(entry.computation().due());
    }

    /** A window is open from its first day until the day on which its step was left. */
    private boolean isOpen(LedgerEntry entry, LocalDate actOn) {
        OffsetDateTime left = entry.settledAt();
        return !actOn.isBefore(entry.computation().trigger()) && (left == null || !actOn.isAfter(rows.dayOf(left)));
    }

    private LedgerEntry open(String caseNumber, String clockId) {
        return rows.latestOpen(caseNumber, clockId)
                .orElseThrow(() -> new IllegalArgumentException("Case " + caseNumber + " has no open clock " + clockId
                        + "; check the clock's id, and that its act is still to come"));
    }

    /**
     * Finds a clock.
     *
     * @param id the ledger's id
     * @return the clock, or empty
     */
    public Optional<LedgerEntry> find(String id) {
        return rows.find(id);
    }

    /**
     * Finds the clock that runs on a task.
     *
     * @param taskId the engine's id of the task
     * @return the clock, or empty when the task carries none
     */
    public Optional<LedgerEntry> ofTask(String taskId) {
        return rows.latestOf(taskId);
    }

    /**
     * Returns the clocks of a case with their explanations.
     *
     * @param caseNumber the case
     * @return the entries in order of their start; may be empty
     */
    public List<LedgerEntry> ofCase(String caseNumber) {
        return rows.ofCase(caseNumber);
    }

    /**
     * Returns clocks with their explanations.
     *
     * @param ids the entries' ids
     * @return the entries that exist, in no order
     */
    public List<LedgerEntry> entries(Collection<String> ids) {
        return rows.of(ids);
    }

    /**
     * Returns a page of the clocks that are not settled, the earliest due first.
     *
     * @param state {@link LedgerEntry.State#RUNNING}, or {@link LedgerEntry.State#BREACHED} for those that ran out while
     *     the act may still come
     * @param last the last entry of the page before; null for the first page
     * @param limit how many at most
     * @return the entries; may be empty
     */
    public List<LedgerEntry> open(LedgerEntry.State state, @Nullable LedgerEntry last, int limit) {
        return last == null
                ? rows.page(state, FIRST, "", limit)
                : rows.page(state, last.computation().due(), last.id(), limit);
    }

    /**
     * Marks the clocks whose last day has passed without the act, the second line behind the engine's timers.
     *
     * @param today the city's date
     * @return how many were marked
     */
    int sweep(LocalDate today) {
        return breaches.mark(today);
    }

    /** Opens the processes that follow missed clocks. */
    int followUp(LocalDate today) {
        return breaches.open(today);
    }

    /**
     * Returns missed clocks of which their escalation group has not heard yet.
     *
     * @param groups the reader's groups
     * @param limit how many at most
     * @return the clocks, the longest missed first; may be empty
     */
    public List<LedgerEntry> escalated(Collection<String> groups, int limit) {
        return rows.escalated(groups, limit);
    }

    /**
     * Records that somebody of the escalation group has heard that a clock was missed; it is not shown to the group again.
     *
     * @param id the ledger's id of the clock
     * @param groups the groups of whoever has heard
     * @param by who it is
     * @return true if the clock waited for one of the groups
     */
    public boolean heard(String id, Collection<String> groups, @Nullable String by) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<LedgerEntry> entry = rows.hold(id).filter(held -> rows.waitsFor(id, groups));
            entry.ifPresent(missed -> {
                rows.seen(id, by);
                journal.write(
                        missed.caseNumber(),
                        Kind.CLOCK,
                        "That clock " + missed.computation().clockId() + " (" + missed.title() + ") was missed has been"
                                + " heard by " + missed.escalationGroup() + ".",
                        "");
            });
            return entry.isPresent();
        }));
    }

    void start(String caseNumber, ClockDefinition definition, ClockDue due, LedgerRows.Source source) {
        rows.started(caseNumber, definition, due, source);
        boolean window = definition.kind() == ClockKind.WINDOW;
        journal.write(
                caseNumber,
                Kind.CLOCK,
                "Clock " + due.clockId() + " (" + definition.title() + ") "
                        + (window
                                ? "is open from " + day(due.trigger()) + " until the case leaves its step."
                                : "runs from " + day(due.trigger()) + " to " + day(due.due()) + "."),
                due.cites());
    }

    void ranOut(CaseStep step, LedgerRows.Source source) {
        rows.ranOut(source);
        journal.write(
                step,
                Kind.CLOCK,
                "Clock " + step.properties().get("clock") + ": the timer ran out at " + source.name() + ".");
    }

    /** Computes a clock of a step; a person-set date stands for itself, and a window has no last day. */
    ClockDue compute(ClockDefinition definition, LocalDate trigger, @Nullable LocalDate personSet) {
        if (definition.kind() == ClockKind.PERSON_SET && personSet != null) {
            return new ClockDue(
                    definition.id(),
                    definition.kind().name(),
                    trigger,
                    null,
                    null,
                    personSet,
                    List.of(),
                    definition.cites());
        }
        if (definition.kind() == ClockKind.WINDOW) {
            return new ClockDue(
                    definition.id(),
                    definition.kind().name(),
                    trigger,
                    null,
                    null,
                    NEVER,
                    List.of(),
                    definition.cites());
        }
        return clocks.due(definition.id(), trigger);
    }
}
