package org.muniflow.civilrights.ownership;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Blocks a refusal of ownership that rests solely on a gift of another kind than that of (l)(7), on a provision for a
 * spouse's co-signature, or on a transfer for adequate consideration from a spouse who does not qualify (KCMO Code §
 * 3-461(l)(9)). Answers BLOCKED or ALLOWED; the value tells whether the denial may rest on these grounds.
 */
public final class NotSolelyGrounds extends CodeRule<NotSolelyGrounds.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(l)(9)";
    private static final Set<Ground> NEVER_ALONE =
            Set.of(Ground.OTHER_GIFT, Ground.SPOUSE_CO_SIGNATURE, Ground.SPOUSE_TRANSFER);

    /** Makes the rule. */
    public NotSolelyGrounds() {
        super("R-229", "May ownership be refused on these grounds alone?", CITES, Facts.class);
    }

    /** A ground of refusal. */
    public enum Ground {
        /** A gift outside the presumption of (l)(7). */
        OTHER_GIFT,
        /** A provision for the co-signature of a spouse. */
        SPOUSE_CO_SIGNATURE,
        /** A transfer for adequate consideration from a spouse who does not qualify. */
        SPOUSE_TRANSFER,
        /** Any other ground. */
        OTHER
    }

    /**
     * The grounds.
     *
     * @param grounds all grounds on which ownership would be refused
     */
    public record Facts(@NotEmpty List<@NotNull Ground> grounds) {

        /** Copies the list. */
        public Facts {
            grounds = List.copyOf(grounds);
        }
    }

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        boolean blocked = NEVER_ALONE.containsAll(facts.grounds());
        if (blocked) {
            because.note("NOT_SOLELY", "Ownership is not refused solely on " + facts.grounds() + ".", CITES);
        }
        if (facts.grounds().contains(Ground.SPOUSE_TRANSFER)) {
            because.note("CLOSE_SCRUTINY", "A transfer from a spouse is given particularly close scrutiny.", CITES);
        }
        return new RuleOutcome<>(blocked ? "BLOCKED" : "ALLOWED", !blocked, because.reasons());
    }
}
