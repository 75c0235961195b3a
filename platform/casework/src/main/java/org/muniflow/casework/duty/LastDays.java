package org.muniflow.casework.duty;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.muniflow.casework.clock.ClockDefinition;
import org.muniflow.casework.clock.ClockKind;
import org.muniflow.casework.clock.ModuleClocks;
import org.muniflow.casework.ledger.WhyThisDate;

/** When a report is due, and why. */
@FunctionalInterface
interface LastDays {

    /** A last day with its explanation. */
    record LastDay(LocalDate on, String why) {}

    /**
     * Computes a last day.
     *
     * @throws IllegalArgumentException when the clock is unknown, not in force on that day, or neither states a length nor has a
     *     target
     */
    LastDay of(String clockId, LocalDate from);

    /** Computes by the modules' tables of clocks; where the law states no day, by the city's own target. */
    static LastDays by(ModuleClocks clocks) {
        return (clockId, from) -> {
            ClockDefinition definition = clocks.definition(clockId, from);
            Integer target = definition.targetDays();
            if (definition.kind() != ClockKind.NONE || target == null) {
                var due = clocks.due(clockId, from);
                return new LastDay(due.due(), WhyThisDate.of(due));
            }
            LocalDate on = from.plusDays(target);
            return new LastDay(
                    on,
                    "The law asks for the report and states no day. The city's own target is " + target
                            + " calendar days from " + day(from) + ": " + day(on) + ". " + definition.cites() + ".");
        };
    }

    private static String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US).format(date);
    }
}
