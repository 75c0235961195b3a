package org.muniflow.civilrights.graduation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.law.Percent;
import org.muniflow.civilrights.size.CodeLimit;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Finds the codes in which a firm may not be certified on the basis of people who owned, or were affiliates of, a firm
 * that is ineligible because of graduation (KCMO Code § 3-461(u)(5)). Answers CLEAR, SOME or ALL; the value lists the
 * barred codes.
 *
 * <p>Assumed: reading A-36, codes of the same measure with a standard not above the exceeded one; all codes after a
 * graduation for all purposes.
 */
public final class GraduationBar extends CodeRule<GraduationBar.Facts, List<String>> {

    private static final String CITES = "KCMO Code § 3-461(u)(5)";

    /** Makes the rule. */
    public GraduationBar() {
        super("R-306", "Does a related firm's graduation bar certification?", CITES, Facts.class);
    }

    /**
     * The graduated firms and the codes asked for.
     *
     * @param graduated the graduations of firms that the applicant's qualifying people owned or were affiliates of
     * @param requested the codes asked for, with their standards; at least one
     */
    public record Facts(
            @NotNull List<@Valid GraduatedFirm> graduated,
            @NotEmpty List<@Valid CodeLimit> requested) {

        /** Copies the lists. */
        public Facts {
            graduated = List.copyOf(graduated);
            requested = List.copyOf(requested);
        }
    }

    /**
     * A graduation.
     *
     * @param firm the firm that graduated
     * @param allPurposes whether it graduated for all purposes
     * @param exceeded the exceeded code with its standard; null if for all purposes
     */
    public record GraduatedFirm(
            @NotBlank String firm,
            boolean allPurposes,
            @Valid @Nullable CodeLimit exceeded) {

        boolean bars(CodeLimit code) {
            return allPurposes
                    || (exceeded != null
                            && exceeded.measure() == code.measure()
                            && code.limit().compareTo(exceeded.limit()) <= 0);
        }
    }

    @Override
    public RuleOutcome<List<String>> decide(Facts facts) {
        Because because = new Because();
        List<String> barred = facts.requested().stream()
                .filter(code -> barred(code, facts, because))
                .map(CodeLimit::naics)
                .toList();
        String word =
                barred.isEmpty() ? "CLEAR" : barred.size() == facts.requested().size() ? "ALL" : "SOME";
        return new RuleOutcome<>(word, barred, because.reasons());
    }

    private static boolean barred(CodeLimit code, Facts facts, Because because) {
        for (GraduatedFirm firm : facts.graduated()) {
            if (firm.bars(code)) {
                because.not(
                        ReasonCode.GRADUATED_OWNER_OR_AFFILIATE,
                        "NAICS " + code.naics() + " with a standard of " + Percent.plain(code.limit())
                                + " is barred by the graduation of " + firm.firm() + " (reading A-36).",
                        CITES);
                return true;
            }
        }
        return false;
    }
}
