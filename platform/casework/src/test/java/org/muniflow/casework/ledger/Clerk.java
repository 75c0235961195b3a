package org.muniflow.casework.ledger;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A clerk with a wall calendar: crosses off one day after the other and knows nothing of the ledger. Written from the rules of
 * counting (T-4 to T-7) alone.
 */
public final class Clerk {

    private final LocalDate trigger;
    private final int amount;
    private final String unit;
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> crossedOut = new TreeSet<>();
    private @Nullable LocalDate fixed;
    private @Nullable LocalDate standsStillSince;

    public Clerk(LocalDate trigger, int amount, String unit, Set<LocalDate> holidays) {
        this.trigger = trigger;
        this.amount = amount;
        this.unit = unit;
        this.holidays = holidays;
    }

    public void pause(LocalDate from) {
        standsStillSince = from;
    }

    public void resume(LocalDate on) {
        for (LocalDate day = standsStillSince; day != null && day.isBefore(on); day = day.plusDays(1)) {
            crossedOut.add(day);
        }
        standsStillSince = null;
    }

    public void extend(LocalDate until) {
        fixed = until;
        crossedOut.clear();
    }

    public boolean standsStill() {
        return standsStillSince != null;
    }

    public LocalDate lastDay() {
        LocalDate day = trigger;
        if (fixed == null && unit.equals("BUSINESS_DAYS")) {
            for (int left = amount; left > 0; ) {
                day = day.plusDays(1);
                boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
                if (!weekend && !holidays.contains(day) && !crossedOut.contains(day)) {
                    left--;
                }
            }
            return day;
        }
        for (LocalDate plain = fixed == null ? plainEnd() : fixed; plain.isAfter(trigger); plain = plain.minusDays(1)) {
            do {
                day = day.plusDays(1);
            } while (crossedOut.contains(day));
        }
        return day;
    }

    private LocalDate plainEnd() {
        if (unit.equals("CALENDAR_DAYS")) {
            return LocalDate.ofEpochDay(trigger.toEpochDay() + amount);
        }
        int months =
                trigger.getYear() * 12 + trigger.getMonthValue() - 1 + (unit.equals("YEARS") ? 12 * amount : amount);
        YearMonth month = YearMonth.of(Math.floorDiv(months, 12), Math.floorMod(months, 12) + 1);
        return month.atDay(Math.min(trigger.getDayOfMonth(), month.lengthOfMonth()));
    }
}
