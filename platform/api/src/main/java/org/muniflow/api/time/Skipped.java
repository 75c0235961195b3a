package org.muniflow.api.time;

import java.time.LocalDate;

/**
 * A day that a computation did not count, and why.
 *
 * @param date the day
 * @param reason for example {@code Saturday} or {@code Thanksgiving Day}
 */
public record Skipped(LocalDate date, String reason) {}
