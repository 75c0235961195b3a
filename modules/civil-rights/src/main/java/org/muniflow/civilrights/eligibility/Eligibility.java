package org.muniflow.civilrights.eligibility;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Puts the determinations of one program together (KCMO Code § 3-421(a)(34) or (47)): a firm for profit, functioning,
 * for which every criterion was determined and met. Every failing reason is collected. Answers ELIGIBLE, NOT_ELIGIBLE,
 * or UNDECIDED while nothing fails but a determination is missing; the value lists the criteria not yet determined.
 */
public abstract class Eligibility extends CodeRule<Eligibility.Facts, List<Criterion>> {

    private static final Map<Criterion, ReasonCode> NEEDED = needed();

    private final String section;

    Eligibility(String id, String title, String cites) {
        super(id, title, cites, Facts.class);
        this.section = cites;
    }

    /**
     * What was determined.
     *
     * @param forProfit whether the firm is for profit
     * @param functioning whether it exists and functions at present
     * @param findings the determinations for the program
     */
    public record Facts(
            boolean forProfit, boolean functioning, @NotNull List<@Valid Finding> findings) {

        /** Copies the list. */
        public Facts {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A determination.
     *
     * @param criterion what was determined
     * @param met whether it is met
     * @param codes the grounds if it is not; empty for the criterion's own
     */
    public record Finding(
            @NotNull Criterion criterion,
            boolean met,
            @NotNull List<@NotNull ReasonCode> codes) {

        /** Copies the list. */
        public Finding {
            codes = List.copyOf(codes);
        }
    }

    @Override
    public RuleOutcome<List<Criterion>> decide(Facts facts) {
        Because because = new Because();
        if (!facts.forProfit()) {
            because.not(ReasonCode.NOT_FOR_PROFIT, "The firm is not for profit.", section);
        }
        if (!facts.functioning()) {
            because.not(ReasonCode.NOT_FUNCTIONING, "The firm does not exist or function at present.", section + "(c)");
        }
        for (Finding finding : facts.findings()) {
            if (!finding.met()) {
                List<ReasonCode> codes =
                        finding.codes().isEmpty() ? List.of(ground(finding.criterion())) : finding.codes();
                codes.forEach(
                        code -> because.not(code, finding.criterion().title() + " is not met: " + code + ".", section));
            }
        }
        List<Criterion> missing = missing(facts);
        if (!because.nothingAgainst()) {
            return new RuleOutcome<>("NOT_ELIGIBLE", missing, because.reasons());
        }
        missing.forEach(
                criterion -> because.note("UNDECIDED", criterion.title() + " has not been determined.", section));
        return new RuleOutcome<>(missing.isEmpty() ? "ELIGIBLE" : "UNDECIDED", missing, because.reasons());
    }

    /**
     * Returns the ground of denial when a criterion is not met and its determination names none.
     *
     * @param criterion the criterion
     * @return the ground
     */
    public static ReasonCode ground(Criterion criterion) {
        return NEEDED.getOrDefault(criterion, ReasonCode.NON_COOPERATION);
    }

    /**
     * Returns the criteria that certification as MBE or WBE needs.
     *
     * @return the criteria in the order of the law
     */
    public static List<Criterion> criteria() {
        return List.copyOf(NEEDED.keySet());
    }

    private static List<Criterion> missing(Facts facts) {
        List<Criterion> missing = new ArrayList<>(NEEDED.keySet());
        facts.findings().forEach(finding -> missing.remove(finding.criterion()));
        return List.copyOf(missing);
    }

    private static Map<Criterion, ReasonCode> needed() {
        Map<Criterion, ReasonCode> needed = new EnumMap<>(Criterion.class);
        needed.put(Criterion.STATUS, ReasonCode.STATUS_NOT_SHOWN);
        needed.put(Criterion.PRESENCE, ReasonCode.PRESENCE_NOT_SHOWN);
        needed.put(Criterion.SIZE, ReasonCode.SIZE_EXCEEDED);
        needed.put(Criterion.PNW, ReasonCode.PNW_EXCEEDED);
        needed.put(Criterion.OWNERSHIP, ReasonCode.OWNERSHIP_NOT_REAL);
        needed.put(Criterion.CONTROL, ReasonCode.CONTROL_NOT_SHOWN);
        needed.put(Criterion.INDEPENDENCE, ReasonCode.NOT_INDEPENDENT);
        needed.put(Criterion.MANAGEMENT, ReasonCode.CONTROL_NOT_SHOWN);
        needed.put(Criterion.EXPERTISE, ReasonCode.EXPERTISE_NOT_SHOWN);
        needed.put(Criterion.CUF, ReasonCode.NO_CUF);
        needed.put(Criterion.DISCRIMINATION_EVIDENCE, ReasonCode.DISCRIMINATION_EVIDENCE_MISSING);
        needed.put(Criterion.DOCUMENTS, ReasonCode.DOCUMENTS_MISSING);
        return needed;
    }
}
