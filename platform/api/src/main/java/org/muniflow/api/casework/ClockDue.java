package org.muniflow.api.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.time.Skipped;

/**
 * A computed clock that explains itself.
 *
 * @param clockId the id, for example {@code C-105}
 * @param kind the kind, for example {@code FORWARD}
 * @param trigger the date from which the law counts
 * @param amount the amount in the unit
 * @param unit the unit, for example {@code BUSINESS_DAYS}
 * @param due the last day (FORWARD, LATER_OF), or the boundary day of a look-back; included in the period
 * @param skipped the days not counted, with their reasons; empty unless the unit is business days
 * @param cites the section of law
 */
public record ClockDue(
        String clockId,
        String kind,
        LocalDate trigger,
        @Nullable Integer amount,
        @Nullable String unit,
        LocalDate due,
        List<Skipped> skipped,
        String cites) {}
