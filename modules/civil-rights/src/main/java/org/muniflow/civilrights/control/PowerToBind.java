package org.muniflow.civilrights.control;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether the partners who do not qualify lack the power to bind the partnership in contract or tort without the
 * specific written concurrence of a qualifying partner (KCMO Code § 3-461(m)(15)). Answers MET or NOT_MET; the value
 * repeats it.
 */
public final class PowerToBind extends CodeRule<PowerToBind.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-461(m)(15)";

    /** Makes the rule. */
    public PowerToBind() {
        super("R-255", "Can partners who do not qualify bind the partnership?", CITES, Facts.class);
    }

    /**
     * The partners by the partnership's documents.
     *
     * @param partners all partners
     */
    public record Facts(@NotNull List<@Valid Partner> partners) {

        /** Copies the list. */
        public Facts {
            partners = List.copyOf(partners);
        }
    }

    /**
     * A partner.
     *
     * @param name the partner's name
     * @param qualifies whether the partner qualifies
     * @param mayBind whether the partner may bind the partnership
     * @param needsWrittenConcurrence whether only with specific written concurrence of a qualifying partner
     */
    public record Partner(@NotBlank String name, boolean qualifies, boolean mayBind, boolean needsWrittenConcurrence) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        for (Partner partner : facts.partners()) {
            if (!partner.qualifies() && partner.mayBind() && !partner.needsWrittenConcurrence()) {
                because.not(
                        ReasonCode.CONTROL_NOT_SHOWN,
                        partner.name() + " may bind the partnership without a qualifying partner's specific written"
                                + " concurrence.",
                        CITES);
            }
        }
        boolean met = because.nothingAgainst();
        return new RuleOutcome<>(met ? "MET" : "NOT_MET", met, because.reasons());
    }
}
