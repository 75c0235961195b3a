package org.muniflow.civilrights.lookback;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether a qualifying owner or controller of the applicant owned a majority of, or controlled, an MBE or WBE that
 * is suspended for cause, while the suspension lasts (C-113, KCMO Code § 3-461(t)); its first and last day are included.
 * Answers HIT or CLEAR; the value is the last day of the longest suspension, or null while one is open.
 */
public final class SuspendedForCause extends CodeRule<SuspendedForCause.Facts, LocalDate> {

    private static final String CITES = "KCMO Code § 3-461(t)";

    /** Makes the rule. */
    public SuspendedForCause() {
        super("R-297", "Is a related firm suspended for cause?", CITES, Facts.class);
    }

    /**
     * The related firms.
     *
     * @param submittedOn the date for which is asked
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
        LocalDate latest = null;
        boolean open = false;
        for (RelatedFirm firm : facts.related()) {
            LocalDate from = firm.suspendedFrom();
            LocalDate through = firm.suspendedThrough();
            if (from == null
                    || !firm.linked()
                    || facts.submittedOn().isBefore(from)
                    || (through != null && facts.submittedOn().isAfter(through))) {
                continue;
            }
            open |= through == null;
            latest = through != null && (latest == null || through.isAfter(latest)) ? through : latest;
            because.not(
                    ReasonCode.LOOKBACK_SUSPENDED,
                    firm.firm() + ", which " + firm.person() + " owned or controlled, is suspended for cause "
                            + (through == null ? "without a stated end." : "through " + through + "."),
                    CITES);
        }
        boolean hit = !because.reasons().isEmpty();
        return new RuleOutcome<>(hit ? "HIT" : "CLEAR", open ? null : latest, because.reasons());
    }
}
