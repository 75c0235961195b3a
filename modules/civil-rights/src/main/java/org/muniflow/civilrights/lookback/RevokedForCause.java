package org.muniflow.civilrights.lookback;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.api.time.Period;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether a qualifying owner or controller of the applicant owned a majority of, or controlled, an MBE or WBE that
 * was revoked for cause within the five years before submission (C-112, KCMO Code § 3-461(t)), both ends included:
 * revoked on 2020-06-30 bars submissions through 2025-06-30. Answers HIT or CLEAR; the value is the last day of the
 * longest bar.
 *
 * <p>Assumed: reading A-33, only revocations flagged as for cause count.
 */
public final class RevokedForCause extends CodeRule<RevokedForCause.Facts, LocalDate> {

    private static final String CITES = "KCMO Code § 3-461(t)";

    private final Clocks clocks;

    /**
     * Makes the rule.
     *
     * @param clocks the clocks; reads the length of C-112
     */
    public RevokedForCause(Clocks clocks) {
        super("R-296", "Was a related firm revoked for cause within five years?", CITES, Facts.class);
        this.clocks = clocks;
    }

    /**
     * The related firms.
     *
     * @param submittedOn the date of submission
     * @param related the firms that the applicant's qualifying owners and controllers own, owned or controlled
     */
    public record Facts(
            @NotNull LocalDate submittedOn, @NotNull List<@Valid RelatedFirm> related) {

        /** Copies the list. */
        public Facts {
            related = List.copyOf(related);
        }
    }

    @Override
    public RuleOutcome<LocalDate> decide(Facts facts) {
        Because because = new Because();
        Period lookBack = clocks.period("C-112", facts.submittedOn());
        LocalDate latest = null;
        for (RelatedFirm firm : facts.related()) {
            LocalDate revoked = firm.revokedOn();
            if (revoked == null
                    || !firm.revokedForCause()
                    || !firm.linked()
                    || !lookBack.isWithinBefore(revoked, facts.submittedOn())) {
                continue;
            }
            LocalDate through = lookBack.lastDay(revoked);
            latest = latest == null || through.isAfter(latest) ? through : latest;
            because.not(
                    ReasonCode.LOOKBACK_REVOKED_5Y,
                    firm.firm() + ", which " + firm.person() + " owned or controlled, was revoked for cause on "
                            + revoked + ", within " + lookBack + " before " + facts.submittedOn()
                            + " (reading A-33).",
                    CITES);
        }
        return new RuleOutcome<>(latest == null ? "CLEAR" : "HIT", latest, because.reasons());
    }
}
