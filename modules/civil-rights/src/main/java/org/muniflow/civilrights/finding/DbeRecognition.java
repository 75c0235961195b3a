package org.muniflow.civilrights.finding;

import java.time.LocalDate;

/**
 * A recognition as disadvantaged business enterprise, or its refusal (KCMO Code § 3-461(b)).
 *
 * @param id the id
 * @param applicationId the application
 * @param basis by relying on another's certificate, or by the result of the unified certification program
 * @param authority who certified: UCP, MODOT or KDOT
 * @param certified whether the firm is certified
 * @param decidedOn the day
 */
public record DbeRecognition(
        String id, String applicationId, Basis basis, String authority, boolean certified, LocalDate decidedOn) {

    /** On what a recognition rests. */
    public enum Basis {
        /** Another authority's certificate. */
        RELIANCE,
        /** The result of the unified certification program. */
        UCP_RESULT
    }
}
