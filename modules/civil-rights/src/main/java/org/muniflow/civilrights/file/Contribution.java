package org.muniflow.civilrights.file;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an owner contributed for the interest (KCMO Code § 3-461(l)(4), (5)).
 *
 * @param id the id
 * @param applicationId the application
 * @param ownerId the owner
 * @param kind capital or expertise
 * @param amount its value in U.S. dollars
 * @param evidence what shows it
 * @param realAndSubstantial whether staff found it real and substantial; null before
 */
public record Contribution(
        String id,
        String applicationId,
        String ownerId,
        Kind kind,
        BigDecimal amount,
        String evidence,
        @Nullable Boolean realAndSubstantial) {

    /** What was contributed. */
    public enum Kind {
        /** Money or goods. */
        CAPITAL,
        /** Expertise. */
        EXPERTISE
    }
}
