package org.muniflow.civilrights.file;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What shows a real and substantial presence in the area (KCMO Code § 3-461(d)). */
public interface Presence {

    /**
     * An office of the firm.
     *
     * @param id the id
     * @param applicationId the application
     * @param street the street
     * @param city the city
     * @param county the county
     * @param state the state, two letters
     * @param postalCode the ZIP code
     * @param principal whether it is the principal office
     * @param occupiedSince since when the firm has it
     */
    record Office(
            String id,
            String applicationId,
            String street,
            String city,
            String county,
            String state,
            String postalCode,
            boolean principal,
            LocalDate occupiedSince) {}

    /**
     * An employee who works from an office.
     *
     * @param id the id
     * @param applicationId the application
     * @param officeId the office
     * @param reference a reference of the firm, for example a payroll number
     * @param fullTime whether employed full time
     * @param percentTimeInArea the percentage of working time spent on business in the area, exact
     */
    record Employee(
            String id,
            String applicationId,
            String officeId,
            String reference,
            boolean fullTime,
            BigDecimal percentTimeInArea) {}

    /**
     * Business that the firm transacted.
     *
     * @param id the id
     * @param applicationId the application
     * @param transactedOn the day
     * @param inArea whether in the Kansas City metropolitan area
     * @param description what it was
     */
    record Transaction(String id, String applicationId, LocalDate transactedOn, boolean inArea, String description) {}
}
