package org.muniflow.casework.ledger;

import static org.muniflow.casework.ledger.WhyThisDate.day;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.time.BusinessCalendar;
import org.muniflow.casework.calendar.Holiday;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.casework.ledger.LedgerEntry.State;
import org.muniflow.kernel.spi.Actors;

/**
 * Counts clocks anew when the city's holidays are edited: those in business days that are not settled and whose last day the
 * edit moves, and no others. A paused clock is counted by the edited holidays when it runs on.
 */
public final class CalendarRecount {

    private static final int PAGE = 500;

    private final LedgerRows rows;
    private final TiedDates tied;
    private final BusinessCalendar calendar;
    private final CaseJournal journal;
    private final Actors actors;
    private final Clock clock;

    CalendarRecount(
            LedgerRows rows,
            TiedDates tied,
            BusinessCalendar calendar,
            CaseJournal journal,
            Actors actors,
            Clock clock) {
        this.rows = rows;
        this.tied = tied;
        this.calendar = calendar;
        this.journal = journal;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * A clock whose last day moves.
     *
     * @param entry the clock as it was
     * @param computation how its date comes about with the edited holidays
     */
    public record Moved(LedgerEntry entry, ClockDue computation) {}

    /**
     * Tells which clocks an edit of the holidays would move.
     *
     * @param edits the rows as they would be
     * @return the clocks in the order of their last days; may be empty
     */
    public List<Moved> preview(Collection<Holiday> edits) {
        BusinessCalendar edited = edited(edits);
        List<Moved> moved = new ArrayList<>();
        LocalDate first =
                edits.stream().map(Holiday::date).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                edits.stream().map(Holiday::date).max(LocalDate::compareTo).orElseThrow();
        LedgerRows.Place place = LedgerRows.Place.FIRST;
        for (List<LedgerEntry> page = rows.counting(first, last, place, PAGE); !page.isEmpty(); ) {
            page.forEach(entry -> counted(entry, edited).ifPresent(moved::add));
            LedgerEntry end = page.get(page.size() - 1);
            place = new LedgerRows.Place(end.computation().due(), end.id());
            page = rows.counting(first, last, place, PAGE);
        }
        return moved;
    }

    /**
     * Counts anew, in the present transaction, what an edit of the holidays moves: ledger, timers and due dates of tasks.
     *
     * @param edits the rows as they are now
     * @param reason why they were edited, in a sentence
     * @param source where the edit comes from, for example an ordinance
     * @return the clocks that were moved
     * @throws org.muniflow.kernel.spi.StepRefused when a timer of one of them is running out at this moment
     */
    public List<Moved> apply(Collection<Holiday> edits, String reason, String source) {
        BusinessCalendar edited = edited(edits);
        List<Moved> moved = new ArrayList<>();
        for (Moved foreseen : preview(edits)) {
            rows.hold(foreseen.entry().id())
                    .filter(LedgerEntry::open)
                    .flatMap(entry -> counted(entry, edited))
                    .ifPresent(now -> {
                        move(now, reason, source);
                        moved.add(now);
                    });
        }
        return moved;
    }

    private void move(Moved moved, String reason, String source) {
        LedgerEntry entry = moved.entry();
        LocalDate today = LocalDate.now(clock);
        LocalDate due = moved.computation().due();
        boolean over = due.isBefore(today);
        rows.changed(
                entry,
                moved.computation(),
                over && entry.state() == State.BREACHED ? State.BREACHED : State.RUNNING,
                null,
                new ClockChange(
                        entry.changes().size() + 1,
                        ClockChange.Kind.CALENDAR,
                        today,
                        entry.computation().due(),
                        due,
                        reason,
                        source,
                        actors.current(),
                        OffsetDateTime.now(clock)));
        tied.move(entry, due);
        journal.write(
                entry.caseNumber(),
                Kind.CLOCK,
                "Clock " + entry.computation().clockId() + " (" + entry.title()
                        + ") is counted anew, since the city's holidays were edited; the last day moves from "
                        + day(entry.computation().due()) + " to " + day(due) + ". Reason: " + reason,
                entry.computation().cites());
    }

    private Optional<Moved> counted(LedgerEntry entry, BusinessCalendar edited) {
        return Recount.of(entry.first(), entry.changes(), edited)
                .filter(now -> !now.due().equals(entry.computation().due()))
                .map(now -> new Moved(entry, now));
    }

    private BusinessCalendar edited(Collection<Holiday> edits) {
        Map<LocalDate, Holiday> byDate = edits.stream().collect(Collectors.toMap(Holiday::date, edit -> edit));
        return date -> {
            Holiday edit = byDate.get(date);
            if (edit == null) {
                return calendar.holiday(date);
            }
            return edit.active() ? Optional.of(edit.name()) : Optional.empty();
        };
    }
}
