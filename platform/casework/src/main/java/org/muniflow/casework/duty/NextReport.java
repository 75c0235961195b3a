package org.muniflow.casework.duty;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.report.Recurrence;
import org.muniflow.api.report.ReportDuty;
import org.muniflow.api.report.ReportPeriods;
import org.muniflow.api.report.ReportPeriods.Span;

/** Finds which report of a duty is to be opened next, if one is to be open already. */
final class NextReport {

    /** So many periods back it is looked for reports that were still owed when the duty was first known. */
    private static final int BACK = 36;

    private final ReportDuty duty;
    private final LastDays lastDays;
    private final LocalDate today;

    NextReport(ReportDuty duty, LastDays lastDays, LocalDate today) {
        this.duty = duty;
        this.lastDays = lastDays;
        this.today = today;
    }

    /**
     * A report that was opened before.
     *
     * @param number which of its duty it is
     * @param from the first day that it covers
     * @param to the last day that it covers; null unless it is on a period
     * @param deliveredOn when it was delivered; null before
     */
    record Known(
            int number,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate deliveredOn) {}

    /**
     * A report that is to be opened.
     *
     * @param number which of its duty it is
     * @param from the first day that it covers
     * @param to the last day that it covers; null unless it is on a period
     * @param due its last day
     */
    record Opening(int number, LocalDate from, @Nullable LocalDate to, LastDays.LastDay due) {}

    /** Finds the next report, given all that were opened before. */
    Optional<Opening> after(List<Known> known) {
        Optional<Known> latest = known.stream().max(Comparator.comparingInt(Known::number));
        int number = latest.map(Known::number).orElse(0) + 1;
        return switch (duty.recurrence().from()) {
            case LAST_DELIVERY -> sinceDelivery(latest.orElse(null), number);
            case END_OF_PERIOD -> onPeriod(latest.orElse(null), number);
            case OCCASION -> onOccasion(known, number);
        };
    }

    private Optional<Opening> sinceDelivery(@Nullable Known latest, int number) {
        LocalDate from = latest == null ? today : latest.deliveredOn();
        return from == null ? Optional.empty() : Optional.of(new Opening(number, from, null, due(from)));
    }

    /** A report is opened when its period is over, or when it is pressing if that is before. */
    private Optional<Opening> onPeriod(@Nullable Known latest, int number) {
        ReportPeriods periods = Objects.requireNonNull(duty.recurrence().periods());
        Span span = latest == null ? firstOwed(periods) : following(latest, periods);
        if (span == null) {
            return Optional.empty();
        }
        LastDays.LastDay due = due(span.to());
        LocalDate pressing = due.on().minusDays(duty.recurrence().warnDays());
        return today.isAfter(span.to()) || !today.isBefore(pressing)
                ? Optional.of(new Opening(number, span.from(), span.to(), due))
                : Optional.empty();
    }

    /** The earliest period whose report may still be delivered in time: what was late before is not the platform's to tell. */
    private Span firstOwed(ReportPeriods periods) {
        Span first = periods.containing(today);
        for (int back = 0; back < BACK; back++) {
            Span before = periods.containing(first.from().minusDays(1));
            if (!isOwed(before)) {
                return first;
            }
            first = before;
        }
        return first;
    }

    private boolean isOwed(Span period) {
        try {
            return !due(period.to()).on().isBefore(today);
        } catch (IllegalArgumentException notInForce) {
            return false;
        }
    }

    /** Goes on without a gap and without covering a day twice, also when a newer version counts other periods. */
    private static @Nullable Span following(Known latest, ReportPeriods periods) {
        LocalDate covered = latest.to() == null ? latest.deliveredOn() : latest.to();
        if (covered == null) {
            return null;
        }
        LocalDate from = covered.plusDays(1);
        return new Span(from, periods.containing(from).to());
    }

    private Optional<Opening> onOccasion(List<Known> known, int number) {
        Set<LocalDate> done = known.stream().map(Known::from).collect(Collectors.toSet());
        return duty.occasions().stream()
                .filter(day -> !day.isAfter(today) && !done.contains(day))
                .min(Comparator.naturalOrder())
                .map(day -> new Opening(number, day, null, due(day)));
    }

    private LastDays.LastDay due(LocalDate from) {
        Recurrence recurrence = duty.recurrence();
        return lastDays.of(recurrence.clockId(), from);
    }
}
