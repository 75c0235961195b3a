package org.muniflow.civilrights.law;

import static org.muniflow.api.time.Days.BUSINESS_DAYS;
import static org.muniflow.api.time.Days.CALENDAR_DAYS;
import static org.muniflow.api.time.Days.MONTHS;
import static org.muniflow.api.time.Days.YEARS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.law.LawNumbers;
import org.muniflow.api.time.Period;

/** The periods of § 3-461 and the numbers of chapter 3 as they stand in the module's tables. */
public final class FixedLaw implements Clocks, LawNumbers {

    /** The law. */
    public static final FixedLaw LAW = new FixedLaw();

    private static final Map<String, Period> PERIODS = Map.of(
            "C-101", Period.of(3, YEARS),
            "C-102", Period.of(30, CALENDAR_DAYS),
            "C-103", Period.of(1, YEARS),
            "C-104", Period.of(1, YEARS),
            "C-105", Period.of(20, BUSINESS_DAYS),
            "C-111", Period.of(2, YEARS),
            "C-112", Period.of(5, YEARS),
            "C-114", Period.of(3, YEARS),
            "C-115", Period.of(6, MONTHS),
            "C-116", Period.of(3, YEARS));

    private static final Map<String, BigDecimal> NUMBERS = Map.of(
            "minority.minimumDescentPercent", BigDecimal.valueOf(25),
            "ownership.minimumPercent", BigDecimal.valueOf(51),
            "presence.minimumFullTimeEmployees", BigDecimal.ONE,
            "presence.moreThanPercentOfTime", BigDecimal.valueOf(50),
            "presence.minimumTransactions", BigDecimal.valueOf(2));

    private FixedLaw() {}

    @Override
    public BigDecimal get(String id, LocalDate governing) {
        BigDecimal number = NUMBERS.get(id);
        if (number == null) {
            throw new IllegalArgumentException("No number " + id + " on " + governing);
        }
        return number;
    }

    @Override
    public Period period(String clockId, LocalDate governing) {
        if (clockId.equals("C-117")) {
            return Period.of(2, YEARS);
        }
        Period period = PERIODS.get(clockId);
        if (period == null) {
            throw new IllegalArgumentException("No clock " + clockId + " on " + governing);
        }
        return period;
    }

    @Override
    public ClockDue due(String clockId, LocalDate trigger) {
        Period period = period(clockId, trigger);
        return new ClockDue(
                clockId,
                "FORWARD",
                trigger,
                period.amount(),
                period.unit().name(),
                period.lastDay(trigger),
                List.of(),
                "KCMO Code § 3-461");
    }

    @Override
    public ClockDue dueFromLatest(String clockId, LocalDate... triggers) {
        return due(clockId, List.of(triggers).stream().max(LocalDate::compareTo).orElseThrow());
    }
}
