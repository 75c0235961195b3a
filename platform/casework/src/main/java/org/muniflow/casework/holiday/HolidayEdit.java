package org.muniflow.casework.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.calendar.Holiday;

/**
 * An edit of the city's holidays: a day added, struck, taken up again, renamed or moved.
 *
 * @param date the day
 * @param name the holiday's name
 * @param source the law or order it comes from
 * @param active whether the city does no business on it
 * @param movedTo the day to which the holiday is moved; null if it is not
 * @param reason why it is edited, in a sentence
 */
record HolidayEdit(
        @Nullable LocalDate date,
        String name,
        String source,
        boolean active,
        @Nullable LocalDate movedTo,
        String reason) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_REASON = 1000;

    /**
     * Returns the rows that the edit writes.
     *
     * @throws Rejected field by field when it cannot be done
     */
    List<Holiday> rows() {
        List<FieldProblem> problems = new ArrayList<>();
        text("name", "the name of the holiday", name, LONGEST_NAME, problems);
        text("source", "the law or order it comes from", source, LONGEST_SOURCE, problems);
        text("reason", "a reason in a sentence", reason, LONGEST_REASON, problems);
        if (date == null) {
            problems.add(FieldProblem.of("date", "Enter the date."));
        } else if (active && movedTo == null) {
            weekday("date", date, problems);
        }
        if (movedTo != null) {
            weekday("movedTo", movedTo, problems);
            if (movedTo.equals(date)) {
                problems.add(FieldProblem.of("movedTo", "Enter another day, or leave it empty."));
            }
        }
        if (date == null || !problems.isEmpty()) {
            throw new Rejected(problems);
        }
        Holiday here = new Holiday(date, name.strip(), source.strip(), active && movedTo == null);
        return movedTo == null
                ? List.of(here)
                : List.of(here, new Holiday(movedTo, name.strip(), source.strip(), true));
    }

    private static void weekday(String field, LocalDate day, List<FieldProblem> problems) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            problems.add(FieldProblem.of(
                    field,
                    "This is a weekend, on which the city does no business anyway. Enter the day of observance."));
        }
    }

    private static void text(String field, String what, String given, int longest, List<FieldProblem> problems) {
        if (given.isBlank()) {
            problems.add(FieldProblem.of(field, "Enter " + what + "."));
        } else if (given.strip().length() > longest) {
            problems.add(FieldProblem.of(field, "Keep it within " + longest + " characters."));
        }
    }
}
