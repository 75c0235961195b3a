package org.muniflow.civilrights.standing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A denial (KCMO Code § 3-461(r)).
 *
 * @param id the id
 * @param applicationId the application
 * @param firmId the firm
 * @param deniedOn the day of the denial
 * @param reasonCodes names of {@link ReasonCode}
 * @param reasons the reasons in words
 * @param cites the sections
 * @param firmCurrentlyCertified whether the city certified the firm on that day
 * @param dbeApplied whether the firm applied as DBE too
 * @param reconsiderable whether administrative reconsideration is open
 * @param appealRoute NONE, CITY or UCP
 * @param barredUntil the last day of the bar (§ 3-461(r)(1)); null if none
 * @param appealDecidedOn the final decision on appeal; null if none
 * @param decidedBy who decided
 */
public record Denial(
        String id,
        String applicationId,
        String firmId,
        LocalDate deniedOn,
        List<String> reasonCodes,
        String reasons,
        String cites,
        boolean firmCurrentlyCertified,
        boolean dbeApplied,
        boolean reconsiderable,
        String appealRoute,
        @Nullable LocalDate barredUntil,
        @Nullable LocalDate appealDecidedOn,
        String decidedBy) {

    /**
     * A ground that the director chose before the denial was recorded.
     *
     * @param id the id
     * @param applicationId the application
     * @param code the reason code
     * @param explanation why it applies to this firm
     * @param cites the sections
     * @param chosenBy who chose it
     * @param chosenOn the day
     */
    public record Ground(
            String id,
            String applicationId,
            ReasonCode code,
            String explanation,
            String cites,
            String chosenBy,
            LocalDate chosenOn) {}
}
