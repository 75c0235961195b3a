package org.muniflow.casework.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.time.BusinessCalendar;
import org.muniflow.api.time.Days;
import org.muniflow.api.time.Period;

class RecountProperties {

    private static final OffsetDateTime KEYED = OffsetDateTime.parse("2026-03-02T12:00:00-06:00");

    private enum Act {
        PAUSE,
        RESUME,
        EXTEND,
        HOLIDAY
    }

    private record Move(Act act, int days) {}

    @Property(tries = 2000)
    void everySequenceOfChangesEndsOnTheDayThatAClerkCountsByHand(
            @ForAll @IntRange(min = 0, max = 3000) int startsOn,
            @ForAll("lengths") Period length,
            @ForAll @Size(max = 12) List<@net.jqwik.api.From("moves") Move> moves) {
        LocalDate trigger = LocalDate.of(2019, 1, 1).plusDays(startsOn);
        Set<LocalDate> holidays = new HashSet<>();
        BusinessCalendar calendar = day -> holidays.contains(day) ? Optional.of("Holiday") : Optional.empty();
        ClockDue first = new ClockDue(
                "C-1",
                "FORWARD",
                trigger,
                length.amount(),
                length.unit().name(),
                length.lastDay(trigger, calendar),
                List.of(),
                "KCMO Code § 1");
        Clerk clerk = new Clerk(trigger, length.amount(), length.unit().name(), holidays);
        List<ClockChange> changes = new ArrayList<>();
        LocalDate from = trigger;
        for (Move move : moves) {
            LocalDate on = from.plusDays(move.days());
            switch (move.act()) {
                case PAUSE -> {
                    if (!clerk.standsStill()) {
                        clerk.pause(on);
                        changes.add(change(changes.size(), ClockChange.Kind.PAUSED, on));
                        from = on;
                    }
                }
                case RESUME -> {
                    if (clerk.standsStill()) {
                        clerk.resume(on);
                        changes.add(change(changes.size(), ClockChange.Kind.RESUMED, on));
                        from = on;
                    }
                }
                case EXTEND -> {
                    if (!clerk.standsStill()) {
                        LocalDate until = clerk.lastDay().plusDays(1 + move.days());
                        clerk.extend(until);
                        changes.add(change(changes.size(), ClockChange.Kind.EXTENDED, until));
                    }
                }
                case HOLIDAY -> {
                    if (!holidays.add(on)) {
                        holidays.remove(on);
                    }
                    changes.add(change(changes.size(), ClockChange.Kind.CALENDAR, on));
                }
            }
            Optional<ClockDue> counted = Recount.of(first, changes, calendar);
            assertThat(counted.isEmpty()).isEqualTo(clerk.standsStill());
            counted.ifPresent(now -> assertThat(now.due()).isEqualTo(clerk.lastDay()));
        }
    }

    @Provide
    Arbitrary<Period> lengths() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.of(Days.BUSINESS_DAYS, Days.CALENDAR_DAYS, Days.MONTHS, Days.YEARS))
                .as((amount, unit) -> Period.of(
                        unit == Days.YEARS ? 1 + amount % 3 : unit == Days.MONTHS ? 1 + amount % 18 : amount, unit));
    }

    @Provide
    Arbitrary<Move> moves() {
        return Combinators.combine(
                        Arbitraries.of(Act.class), Arbitraries.integers().between(0, 40))
                .as(Move::new);
    }

    private static ClockChange change(int number, ClockChange.Kind kind, LocalDate on) {
        return new ClockChange(number + 1, kind, on, on, on, "a reason", "", null, KEYED);
    }
}
