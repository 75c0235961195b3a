package org.muniflow.civilrights.review;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.Reason;
import org.muniflow.api.law.Rule;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.finding.Determination;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.finding.Determination.Kind;
import org.muniflow.civilrights.finding.Determination.StandardOfProof;
import org.muniflow.civilrights.standing.ReasonCode;
import org.muniflow.civilrights.table.Table;

/**
 * What a rule found in an application file.
 *
 * @param criterion what it looked at
 * @param program the program; null for all
 * @param naics the type of work; null for all
 * @param ownerId the owner; null for the firm
 * @param met whether the criterion is met
 * @param outcome the rule's word
 * @param reasons the rule's reasons; may be empty
 * @param ruleIds the rules asked
 */
public record Found(
        Criterion criterion,
        @Nullable String program,
        @Nullable String naics,
        @Nullable String ownerId,
        boolean met,
        String outcome,
        List<Reason> reasons,
        List<String> ruleIds) {

    private static final int LONGEST = 4000;
    private static final int LONGEST_CITES = 1000;

    /** Copies the lists. */
    public Found {
        reasons = List.copyOf(reasons);
        ruleIds = List.copyOf(ruleIds);
    }

    static Found of(Criterion criterion, Rule<?, ?> rule, RuleOutcome<?> answer, boolean met) {
        return new Found(criterion, null, null, null, met, answer.outcome(), answer.reasons(), List.of(rule.id()));
    }

    Found forProgram(String name) {
        return new Found(criterion, name, naics, ownerId, met, outcome, reasons, ruleIds);
    }

    Found forOwner(String id) {
        return new Found(criterion, program, naics, id, met, outcome, reasons, ruleIds);
    }

    Found forWork(String code) {
        return new Found(criterion, program, code, ownerId, met, outcome, reasons, ruleIds);
    }

    /**
     * Returns the grounds against the firm.
     *
     * @return the codes, each once; empty if the criterion is met
     */
    public List<ReasonCode> codes() {
        if (met) {
            return List.of();
        }
        return List.of(ReasonCode.values()).stream()
                .filter(code ->
                        reasons.stream().anyMatch(reason -> reason.code().equals(code.name())))
                .toList();
    }

    /**
     * Makes the finding for the file.
     *
     * @param applicationId the application
     * @param by who or what drives the step
     * @param on the day
     * @return the finding
     */
    public Determination determination(String applicationId, String by, LocalDate on) {
        String text = reasons.stream().map(Reason::text).collect(Collectors.joining(" "));
        String cites = reasons.isEmpty()
                ? criterion.cites()
                : reasons.stream().map(Reason::cites).distinct().collect(Collectors.joining("; "));
        return new Determination(
                Table.newId(),
                applicationId,
                criterion,
                program,
                naics,
                ownerId,
                Kind.MACHINE,
                StandardOfProof.PREPONDERANCE,
                met,
                outcome,
                codes().stream().map(Enum::name).toList(),
                cut(text.isEmpty() ? criterion.title() + " is met." : text, LONGEST),
                List.of(),
                ruleIds,
                cut(cites, LONGEST_CITES),
                by,
                on,
                null);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
