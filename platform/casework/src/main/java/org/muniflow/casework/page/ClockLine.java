package org.muniflow.casework.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case as shown.
 *
 * @param clockId the clock
 * @param title its title
 * @param elementName the step whose clock it is
 * @param triggerOn the date the law counts from
 * @param dueOn the last day
 * @param state RUNNING, MET, MISSED, CANCELLED
 * @param actOn the date of the act; null if none
 * @param keyedLate whether a timely act was keyed after the last day
 * @param note why it was tolled or cancelled; null if nothing was noted
 * @param cites the section of law
 * @param length the length in words; null if the law gives none
 * @param skipped the days that did not count, each with its reason
 * @param late whether the last day is over and the clock still runs
 */
record ClockLine(
        String clockId,
        String title,
        String elementName,
        LocalDate triggerOn,
        LocalDate dueOn,
        String state,
        @Nullable LocalDate actOn,
        boolean keyedLate,
        @Nullable String note,
        String cites,
        @Nullable String length,
        List<String> skipped,
        boolean late) {}
