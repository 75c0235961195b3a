package org.muniflow.casework.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ExpressionBean;

/**
 * What models see as {@code clocks}: due dates as the engine takes them, at the end of the day in America/Chicago.
 * Dates come in as ISO strings, the way process variables hold them.
 */
public final class ClockExpressions implements ExpressionBean {

    private final ModuleClocks clocks;
    private final Clock clock;

    ClockExpressions(ModuleClocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public String expressionName() {
        return "clocks";
    }

    /**
     * Computes a clock, for example {@code ${clocks.due('C-105', noticeReceivedOn)}}.
     *
     * @param clockId the clock's id
     * @param trigger the date from which the law counts
     * @return the end of its last day
     * @throws IllegalArgumentException when the date is missing or the clock cannot be computed; the message says why
     */
    public Date due(String clockId, @Nullable String trigger) {
        return EndOfDay.of(
                clocks.due(clockId, date("clock " + clockId, trigger)).due(), clock.getZone());
    }

    /**
     * Computes a clock from the later of two dates, for example {@code ${clocks.laterOf('C-104', deniedOn, decidedOn)}}.
     *
     * @param clockId the clock's id, of kind LATER_OF
     * @param one a date; may be missing while the other is known
     * @param other the other date
     * @return the end of the last day from the later of them
     * @throws IllegalArgumentException when both are missing or the clock cannot be computed; the message says why
     */
    public Date laterOf(String clockId, @Nullable String one, @Nullable String other) {
        LocalDate[] known = Stream.of(one, other)
                .filter(text -> text != null && !text.isBlank())
                .map(text -> date("clock " + clockId, text))
                .toArray(LocalDate[]::new);
        return EndOfDay.of(clocks.dueFromLatest(clockId, known).due(), clock.getZone());
    }

    /**
     * Takes a date that a person has set, for example {@code ${clocks.endOf(documentsDueOn)}}.
     *
     * @param date the date
     * @return the end of that day
     * @throws IllegalArgumentException when the date is missing
     */
    public Date endOf(@Nullable String date) {
        return EndOfDay.of(date("the end of a day", date), clock.getZone());
    }

    /**
     * Computes the internal target of a clock, for example {@code ${clocks.target('C-123', receivedOn)}}.
     *
     * @param clockId the clock's id
     * @param from the date from which the target counts
     * @return the end of the target day, or null when the table sets no target
     * @throws IllegalArgumentException when the date is missing or the clock is unknown
     */
    public @Nullable Date target(String clockId, @Nullable String from) {
        LocalDate start = date("the target of clock " + clockId, from);
        Integer days = clocks.definition(clockId, start).targetDays();
        return days == null ? null : EndOfDay.of(start.plusDays(days), clock.getZone());
    }

    private static LocalDate date(String what, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "The date for " + what + " is missing; set the variable that the model names before this step");
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    "The date for " + what + " is '" + value + "'; write it as 2026-03-02", wrong);
        }
    }
}
