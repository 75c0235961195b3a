package org.muniflow.casework.clock;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.time.BusinessCalendar;
import org.muniflow.api.time.Days;
import org.muniflow.api.time.Period;
import org.muniflow.casework.law.DatedRows;
import org.muniflow.casework.law.InForce;
import org.muniflow.casework.law.LawRow;

/**
 * What a row of {@code <module>-clocks.dmn} defines.
 *
 * @param id the id, for example {@code C-105}
 * @param title what the clock is for, in plain words
 * @param kind how it runs
 * @param length its length; null for kinds without one
 * @param bound for {@link ClockKind#LOOK_BACK}, which end of the time before the date is asked for; else null
 * @param targetDays the internal target in calendar days, never shown as law; null if none
 * @param escalationGroup the group that hears of a breach; null if none
 * @param onBreach the process that is opened once when the clock is missed, for example for written reasons; null if none
 * @param explanation why the clock cannot be computed, or what a reader must know; null if nothing
 * @param when the time in which the row is in force
 * @param cites the sections of law
 */
public record ClockDefinition(
        String id,
        String title,
        ClockKind kind,
        @Nullable Period length,
        @Nullable Bound bound,
        @Nullable Integer targetDays,
        @Nullable String escalationGroup,
        @Nullable String onBreach,
        @Nullable String explanation,
        InForce when,
        String cites) {

    /** The end of a look-back that is asked for (T-8). */
    public enum Bound {
        /** The earliest event that is still inside the time. */
        WITHIN,
        /** The latest event that is old enough. */
        AT_LEAST
    }

    /**
     * Computes the last day, or the boundary day of a look-back.
     *
     * @param trigger the date from which the law counts
     * @param calendar the city's business days
     * @return the day
     * @throws NotComputable when one date does not decide it; the message says why
     */
    LocalDate due(LocalDate trigger, BusinessCalendar calendar) {
        return switch (kind) {
            case FORWARD, LATER_OF -> period().lastDay(trigger, calendar);
            case LOOK_BACK ->
                bound == Bound.AT_LEAST
                        ? period().latestAtLeastBefore(trigger)
                        : period().earliestWithinBefore(trigger);
            case WINDOW, MINUTES, PERSON_SET, NONE -> throw notComputable();
        };
    }

    /**
     * Returns the length.
     *
     * @return the length
     * @throws NotComputable when the clock states none
     */
    Period period() {
        if (length == null) {
            throw notComputable();
        }
        return length;
    }

    private NotComputable notComputable() {
        return new NotComputable(id, "Clock " + id + " (" + title + ") cannot be computed from a date: " + explanation);
    }

    /**
     * Reads a module's clocks.
     *
     * @param module the module's name
     * @param dmn the bytes of its table
     * @param problems takes one sentence per problem, with row and remedy
     * @return the clocks
     */
    static DatedRows<ClockDefinition> table(String module, byte[] dmn, Consumer<String> problems) {
        return DatedRows.read(module + "-clocks", dmn, ClockDefinition::of, problems);
    }

    private static @Nullable ClockDefinition of(LawRow row, InForce when) {
        ClockKind kind = row.word("kind", ClockKind.class);
        row.required("kind", "FORWARD, LOOK_BACK, LATER_OF, WINDOW, MINUTES, PERSON_SET or NONE");
        Integer amount = row.whole("amount");
        Days unit = row.word("unit", Days.class);
        Bound bound = row.word("bound", Bound.class);
        String explanation = row.text("explanation");
        if (kind != null) {
            checkLength(row, kind, amount, unit);
            checkBound(row, kind, bound);
            if (needsExplanation(kind) && explanation == null) {
                row.problem("explanation is empty; say why a clock of kind " + kind + " cannot be computed");
            }
        }
        ClockDefinition definition = new ClockDefinition(
                row.required("id", "the clock's id, for example \"C-105\""),
                row.required("title", "what the clock is for, in plain words"),
                kind == null ? ClockKind.NONE : kind,
                amount == null || unit == null ? null : Period.of(amount, unit),
                bound,
                row.whole("targetdays"),
                row.text("escalationgroup"),
                row.text("onbreach"),
                explanation,
                when,
                row.cites());
        return row.sound() ? definition : null;
    }

    private static void checkLength(LawRow row, ClockKind kind, @Nullable Integer amount, @Nullable Days unit) {
        switch (kind) {
            case FORWARD, LATER_OF, LOOK_BACK, MINUTES -> {
                if (row.text("amount") == null || row.text("unit") == null) {
                    row.problem("a clock of kind " + kind + " has a length; enter amount and unit");
                }
                boolean minutes = unit == Days.MINUTES;
                if (unit != null && minutes != (kind == ClockKind.MINUTES)) {
                    row.problem("unit " + unit + " does not fit kind " + kind + "; correct one of them");
                }
                if (kind == ClockKind.LOOK_BACK && unit == Days.BUSINESS_DAYS) {
                    row.problem("a look-back is not counted in business days; enter CALENDAR_DAYS, MONTHS or YEARS");
                }
            }
            case WINDOW, PERSON_SET, NONE -> {
                if (amount != null || unit != null) {
                    row.problem("a clock of kind " + kind + " has no length; empty amount and unit");
                }
            }
        }
    }

    private static void checkBound(LawRow row, ClockKind kind, @Nullable Bound bound) {
        if (kind == ClockKind.LOOK_BACK && row.text("bound") == null) {
            row.problem("bound is empty; enter WITHIN (earliest event still inside) or AT_LEAST (latest event that is"
                    + " old enough)");
        }
        if (kind != ClockKind.LOOK_BACK && bound != null) {
            row.problem("bound belongs to kind LOOK_BACK only; empty it");
        }
    }

    private static boolean needsExplanation(ClockKind kind) {
        return switch (kind) {
            case WINDOW, MINUTES, PERSON_SET, NONE -> true;
            case FORWARD, LATER_OF, LOOK_BACK -> false;
        };
    }
}
