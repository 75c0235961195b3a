package org.muniflow.civilrights.denial;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether a notice of revocation, and by practice of denial, may be sent: written, by certified mail, with its
 * reasons (KCMO Code § 3-461(s)(3)). Answers MAY_SEND or BLOCKED; the value repeats it.
 */
public final class NoticeStatesReasons extends CodeRule<NoticeStatesReasons.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(s)(3)";

    /** Makes the rule. */
    public NoticeStatesReasons() {
        super("R-285", "May the notice be sent?", CITES, Facts.class);
    }

    /**
     * The notice.
     *
     * @param reasons its reason codes
     * @param certifiedMail whether it goes by certified mail
     */
    public record Facts(@NotNull List<@NotNull ReasonCode> reasons, boolean certifiedMail) {

        /** Copies the list. */
        public Facts {
            reasons = List.copyOf(reasons);
        }
    }

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        if (facts.reasons().isEmpty()) {
            because.note("REASONS_MISSING", "The notice states no reasons; record them first.", CITES);
        }
        if (!facts.certifiedMail()) {
            because.note("NOT_CERTIFIED_MAIL", "The notice goes by certified mail.", CITES);
        }
        boolean may = because.reasons().isEmpty();
        return new RuleOutcome<>(may ? "MAY_SEND" : "BLOCKED", may, because.reasons());
    }
}
