package org.muniflow.casework.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.time.Days;
import org.muniflow.api.time.Skipped;

/** Explains a computed clock in plain sentences, for case pages and notices. */
public final class WhyThisDate {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final List<String> WEEKEND = List.of("Saturday", "Sunday");

    private WhyThisDate() {}

    /**
     * Explains a clock.
     *
     * @param clock the clock
     * @return for example "20 business days from Monday, May 20, 2024, the next business day being day one, end on Tuesday,
     *     June 18, 2024. Not counted: weekends and Memorial Day (Monday, May 27, 2024). KCMO Code § 3-461(s)(3)."
     */
    public static String of(ClockDue clock) {
        Integer amount = clock.amount();
        String unit = clock.unit();
        StringBuilder text = new StringBuilder();
        if (clock.kind().equals("WINDOW")) {
            text.append("Open from ")
                    .append(day(clock.trigger()))
                    .append(" until the case leaves this step; no date ends it.");
        } else if (amount == null || unit == null) {
            text.append("A person set the date: ")
                    .append(day(clock.due()))
                    .append(", counted from ")
                    .append(day(clock.trigger()))
                    .append('.');
        } else if (clock.kind().equals("LOOK_BACK")) {
            text.append(Days.valueOf(unit).phrase(amount))
                    .append(" back from ")
                    .append(day(clock.trigger()))
                    .append(" reach to ")
                    .append(day(clock.due()))
                    .append(", which is included.");
        } else {
            boolean business = unit.equals(Days.BUSINESS_DAYS.name());
            text.append(Days.valueOf(unit).phrase(amount))
                    .append(" from ")
                    .append(day(clock.trigger()))
                    .append(business ? ", the next business day being day one, " : ", the next day being day one, ")
                    .append(amount == 1 ? "ends on " : "end on ")
                    .append(day(clock.due()))
                    .append(", which is included.");
            if (business) {
                text.append(notCounted(clock.skipped()));
            }
        }
        return text.append(' ').append(clock.cites()).append('.').toString();
    }

    /** Explains a clock of a case with all that has changed its last day. */
    static String of(LedgerEntry entry) {
        StringBuilder text = new StringBuilder(of(entry.first()));
        LocalDate pausedFrom = null;
        for (ClockChange change : entry.changes()) {
            switch (change.kind()) {
                case PAUSED -> pausedFrom = change.effectiveOn();
                case RESUMED -> {
                    text.append(paused(pausedFrom, change));
                    pausedFrom = null;
                }
                case EXTENDED ->
                    text.append(" Extended from ")
                            .append(day(change.oldDue()))
                            .append(" to ")
                            .append(day(change.effectiveOn()))
                            .append(because(change));
                case CALENDAR ->
                    text.append(" The city's holidays were edited on ")
                            .append(day(change.effectiveOn()))
                            .append(because(change));
            }
        }
        if (pausedFrom != null) {
            ClockChange pause = entry.changes().get(entry.changes().size() - 1);
            text.append(" Paused since ").append(day(pausedFrom)).append(because(pause));
            text.append(" No day counts until it runs on.");
        } else if (!entry.changes().isEmpty()) {
            text.append(" The last day is therefore ")
                    .append(day(entry.computation().due()))
                    .append('.');
        }
        return text.toString();
    }

    private static String paused(@Nullable LocalDate from, ClockChange resumed) {
        if (from == null || !from.isBefore(resumed.effectiveOn())) {
            return " A pause was taken back" + because(resumed);
        }
        return " Paused from " + day(from) + " to " + day(resumed.effectiveOn().minusDays(1)) + ", "
                + Days.CALENDAR_DAYS.phrase((int) ChronoUnit.DAYS.between(from, resumed.effectiveOn()))
                + " that did not count" + because(resumed);
    }

    private static String because(ClockChange change) {
        String reason = change.reason().strip();
        return ": " + (reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason)
                + (change.cites().isEmpty() ? "" : " (" + change.cites() + ")") + '.';
    }

    /**
     * Prints a date the way the city writes it.
     *
     * @param date the date
     * @return for example "Tuesday, June 18, 2024"
     */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    private static String notCounted(List<Skipped> skipped) {
        List<Skipped> holidays =
                skipped.stream().filter(day -> !WEEKEND.contains(day.reason())).toList();
        String names = holidays.stream()
                .map(day -> day.reason() + " (" + day(day.date()) + ")")
                .collect(Collectors.joining(", "));
        boolean weekends = holidays.size() < skipped.size();
        if (!weekends && holidays.isEmpty()) {
            return "";
        }
        return " Not counted: " + (weekends ? "weekends" : "") + (weekends && !holidays.isEmpty() ? " and " : "")
                + names + ".";
    }
}
