package org.muniflow.casework.absence;

import java.time.LocalDate;

/**
 * A time in which somebody stands in for somebody else.
 *
 * @param id the id
 * @param person who is away
 * @param substitute who stands in
 * @param fromOn the first day
 * @param toOn the last day
 */
public record Absence(String id, String person, String substitute, LocalDate fromOn, LocalDate toOn) {}
