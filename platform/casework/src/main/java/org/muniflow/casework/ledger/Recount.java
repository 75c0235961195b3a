package org.muniflow.casework.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.time.BusinessCalendar;
import org.muniflow.api.time.Days;
import org.muniflow.api.time.Period;
import org.muniflow.api.time.Skipped;

/**
 * Counts a clock anew from its first computation and its changes. A day of a pause does not count, whatever the unit. Periods
 * of business days go on counting business days after the pause; all others end as many calendar days later as were paused up
 * to their last day. A date that a person set, an extension too, stands whatever the holidays; only pauses keyed in after it
 * move it.
 */
final class Recount {

    private final ClockDue first;
    private final List<Pause> pauses = new ArrayList<>();
    private @Nullable LocalDate pausedFrom;
    private @Nullable LocalDate set;

    private Recount(ClockDue first) {
        this.first = first;
        this.set = first.amount() == null ? first.due() : null;
    }

    /** Days that do not count: from the first until the day before the end. */
    private record Pause(LocalDate from, LocalDate until) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    /**
     * Counts.
     *
     * @return the clock with its present last day; empty while it is paused
     */
    static Optional<ClockDue> of(ClockDue first, List<ClockChange> changes, BusinessCalendar calendar) {
        Recount count = new Recount(first);
        changes.forEach(count::take);
        return count.pausedFrom == null ? Optional.of(count.counted(calendar)) : Optional.empty();
    }

    private void take(ClockChange change) {
        switch (change.kind()) {
            case PAUSED -> pausedFrom = change.effectiveOn();
            case RESUMED -> {
                if (pausedFrom != null) {
                    pauses.add(new Pause(pausedFrom, change.effectiveOn()));
                }
                pausedFrom = null;
            }
            case EXTENDED -> {
                set = change.effectiveOn();
                pauses.clear();
            }
            case CALENDAR -> {}
        }
    }

    private ClockDue counted(BusinessCalendar calendar) {
        LocalDate date = set;
        if (date == null && Days.BUSINESS_DAYS.name().equals(first.unit())) {
            return business(calendar);
        }
        LocalDate unpaused = date == null ? period().lastDay(first.trigger()) : date;
        return with(later(unpaused), first.skipped());
    }

    private ClockDue business(BusinessCalendar calendar) {
        List<Skipped> skipped = new ArrayList<>();
        LocalDate day = first.trigger();
        for (int counted = 0; counted < period().amount(); ) {
            day = day.plusDays(1);
            if (!paused(day)) {
                Optional<String> reason = calendar.reasonNotBusiness(day);
                if (reason.isPresent()) {
                    skipped.add(new Skipped(day, reason.get()));
                } else {
                    counted++;
                }
            }
        }
        return with(day, skipped);
    }

    /** Makes up for every paused day up to the unpaused end by a day after it that is not paused itself. */
    private LocalDate later(LocalDate unpaused) {
        if (!unpaused.isAfter(first.trigger())) {
            return unpaused;
        }
        long owed = first.trigger()
                .datesUntil(unpaused.plusDays(1))
                .skip(1)
                .filter(this::paused)
                .count();
        LocalDate day = unpaused;
        while (owed > 0) {
            day = day.plusDays(1);
            if (!paused(day)) {
                owed--;
            }
        }
        return day;
    }

    private boolean paused(LocalDate day) {
        return pauses.stream().anyMatch(pause -> pause.holds(day));
    }

    private Period period() {
        Integer amount = first.amount();
        String unit = first.unit();
        if (amount == null || unit == null) {
            throw new IllegalStateException("Clock " + first.clockId() + " has no length to count");
        }
        return Period.of(amount, Days.valueOf(unit));
    }

    private ClockDue with(LocalDate due, List<Skipped> skipped) {
        return new ClockDue(
                first.clockId(),
                first.kind(),
                first.trigger(),
                first.amount(),
                first.unit(),
                due,
                skipped,
                first.cites());
    }
}
