package org.muniflow.casework.calendar;

import java.time.LocalDate;

/** Business days are asked for in a year of which the city's calendar knows no holiday. */
public final class UnknownYear extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownYear(LocalDate date) {
        super("The city's calendar has no holidays for " + date.getYear()
                + ", so business days cannot be counted there; check the date " + date
                + " or enter that year's holidays");
    }
}
