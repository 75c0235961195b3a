package org.muniflow.casework.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a row of a law table is in force: from and to are both included; an open end is null.
 *
 * @param from the first day; null if the table knows no earlier law
 * @param to the last day; null while in force
 */
public record InForce(@Nullable LocalDate from, @Nullable LocalDate to) {

    static InForce read(LawRow row) {
        LocalDate from = row.date("effectivefrom");
        LocalDate to = row.date("effectiveto");
        if (from != null && to != null && to.isBefore(from)) {
            row.problem("effectiveTo " + to + " is before effectiveFrom " + from + "; correct one of them");
        }
        return new InForce(from, to);
    }

    /**
     * Tells whether a date lies in this time.
     *
     * @param date the date
     * @return true if it does
     */
    public boolean holds(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }

    /** Tells whether two rows of one id may not stand together since both start on the same day. */
    boolean startsWith(InForce other) {
        return from == null ? other.from == null : from.equals(other.from);
    }

    /** Tells whether this row is the newer of two. */
    boolean isNewerThan(InForce other) {
        return other.from == null ? from != null : from != null && from.isAfter(other.from);
    }
}
