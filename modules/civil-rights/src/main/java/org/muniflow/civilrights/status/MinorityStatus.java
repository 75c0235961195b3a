package org.muniflow.civilrights.status;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.LawNumbers;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.file.Owner.Citizenship;
import org.muniflow.civilrights.file.Owner.MinorityCategory;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.law.Percent;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether a person is a minority: citizen or lawful permanent resident of one of the categories who has
 * historically and consistently identified as such (KCMO Code § 3-421(a)(33)); a Native American by tribal affiliation
 * or at least one quarter descent. Answers MINORITY with the category, or NOT_MINORITY.
 *
 * <p>Assumed: origin is as the person states it, unless the director has reason to question it (§ 3-461(j)). Not
 * modelled: the individualized finding of (33)(e), which is the director's; it comes in as a fact.
 */
public final class MinorityStatus extends CodeRule<MinorityStatus.Facts, MinorityCategory> {

    private static final String CITES = "KCMO Code § 3-421(a)(33)";

    private final LawNumbers numbers;

    /**
     * Makes the rule.
     *
     * @param numbers the law's numbers; reads {@code minority.minimumDescentPercent}
     */
    public MinorityStatus(LawNumbers numbers) {
        super("R-204", "Is the person a minority?", CITES, Facts.class);
        this.numbers = numbers;
    }

    /**
     * What is known of a person.
     *
     * @param appliedOn the date of the application
     * @param citizenship the citizenship
     * @param category the category stated
     * @param identifiedHistorically whether the person has historically and consistently identified as such
     * @param tribalAffiliation whether there is a tribal affiliation; asked of Native Americans only
     * @param descentPercent the part of Native American descent in percent; null if not stated
     * @param foundCaseByCase whether the director found the person a minority case by case
     */
    public record Facts(
            @NotNull LocalDate appliedOn,
            @NotNull Citizenship citizenship,
            @NotNull MinorityCategory category,
            boolean identifiedHistorically,
            boolean tribalAffiliation,
            @DecimalMin("0") @DecimalMax("100") @Nullable BigDecimal descentPercent,
            boolean foundCaseByCase) {}

    @Override
    public RuleOutcome<MinorityCategory> decide(Facts facts) {
        Because because = new Because();
        if (facts.citizenship() == Citizenship.OTHER) {
            because.not(ReasonCode.STATUS_NOT_SHOWN, "Neither citizen nor lawful permanent resident.", CITES);
        }
        switch (facts.category()) {
            case NONE -> because.not(ReasonCode.STATUS_NOT_SHOWN, "No minority category is stated.", CITES);
            case CASE_BY_CASE -> {
                if (!facts.foundCaseByCase()) {
                    because.not(
                            ReasonCode.STATUS_NOT_SHOWN,
                            "The director has not found individualized prejudice in the city's marketplace.",
                            CITES + "(e)");
                }
            }
            default -> categories(facts, because);
        }
        return because.nothingAgainst()
                ? RuleOutcome.of("MINORITY", facts.category())
                : new RuleOutcome<>("NOT_MINORITY", MinorityCategory.NONE, because.reasons());
    }

    private void categories(Facts facts, Because because) {
        if (!facts.identifiedHistorically()) {
            because.not(
                    ReasonCode.STATUS_NOT_SHOWN,
                    "The person has not historically and consistently identified with the category.",
                    CITES);
        }
        BigDecimal descent = facts.descentPercent() == null ? BigDecimal.ZERO : facts.descentPercent();
        BigDecimal minimum = numbers.get("minority.minimumDescentPercent", facts.appliedOn());
        if (facts.category() == MinorityCategory.NATIVE_AMERICAN
                && !facts.tribalAffiliation()
                && descent.compareTo(minimum) < 0) {
            because.not(
                    ReasonCode.STATUS_NOT_SHOWN,
                    "No tribal affiliation, and descent of " + Percent.of(descent) + " is less than "
                            + Percent.of(minimum) + ".",
                    CITES + "(d)");
        }
    }
}
