package org.muniflow.civilrights.usefulfunction;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.law.Percent;

/**
 * Presumes, until the firm shows otherwise, that a firm performs no commercially useful function when it subcontracts a
 * greater part of its work than is the practice of its industry (KCMO Code § 3-421(a)(11)). The same part is no greater
 * one. Answers PRESUMED_NO_CUF or NO_PRESUMPTION; the value tells whether it is presumed.
 *
 * <p>Not modelled: the weighing of all factors, which a person does.
 */
public final class SubcontractingPresumption extends CodeRule<SubcontractingPresumption.Facts, Boolean> {

    private static final String CITES = "KCMO Code § 3-421(a)(11)";

    /** Makes the rule. */
    public SubcontractingPresumption() {
        super("R-216", "Is it presumed that the firm performs no useful function?", CITES, Facts.class);
    }

    /**
     * What is known of the firm's work.
     *
     * @param subcontractedPercent the part of its work that the firm subcontracts, in percent
     * @param industryPercent the part that firms of the industry normally subcontract; null if not known
     */
    public record Facts(
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal subcontractedPercent,
            @DecimalMin("0") @DecimalMax("100") @Nullable BigDecimal industryPercent) {}

    @Override
    public RuleOutcome<Boolean> decide(Facts facts) {
        Because because = new Because();
        BigDecimal industry = facts.industryPercent();
        if (industry == null) {
            because.note("INDUSTRY_UNKNOWN", "The practice of the industry is not recorded; none is presumed.", CITES);
            return new RuleOutcome<>("NO_PRESUMPTION", false, because.reasons());
        }
        Percent own = Percent.of(facts.subcontractedPercent());
        boolean presumed = own.moreThan(industry);
        if (presumed) {
            because.note(
                    "PRESUMED_NO_CUF",
                    "The firm subcontracts " + own + " of its work, more than the industry's " + Percent.of(industry)
                            + "; the firm may rebut the presumption.",
                    CITES);
        }
        return new RuleOutcome<>(presumed ? "PRESUMED_NO_CUF" : "NO_PRESUMPTION", presumed, because.reasons());
    }
}
