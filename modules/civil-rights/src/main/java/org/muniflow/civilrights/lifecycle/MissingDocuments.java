package org.muniflow.civilrights.lifecycle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * Tells whether required documents are missing after the director's deadline, in which case denial or revocation shall
 * result without administrative reconsideration (KCMO Code § 3-461(g)). The deadline's day is included. Answers
 * COMPLETE, PENDING (the deadline has not passed or none is set) or MISSING; the value lists the missing types.
 *
 * <p>Assumed: a document received after the deadline was not submitted as required; the director may set a later
 * deadline. Which documents are required is for the director.
 */
public final class MissingDocuments extends CodeRule<MissingDocuments.Facts, List<String>> {

    private static final String CITES = "KCMO Code § 3-461(g)";

    /** Makes the rule. */
    public MissingDocuments() {
        super("R-262", "Are required documents missing?", CITES, Facts.class);
    }

    /**
     * What was required and received.
     *
     * @param required the required documents
     * @param dueOn the director's deadline; null if none is set
     * @param asOf the date for which is asked
     */
    public record Facts(
            @NotNull List<@Valid Required> required,
            @Nullable LocalDate dueOn,
            @NotNull LocalDate asOf) {

        /** Copies the list. */
        public Facts {
            required = List.copyOf(required);
        }
    }

    /**
     * A required document.
     *
     * @param type its type
     * @param receivedOn when the city received it; null if not yet
     */
    public record Required(@NotBlank String type, @Nullable LocalDate receivedOn) {

        boolean missing(@Nullable LocalDate dueOn) {
            return receivedOn == null || (dueOn != null && receivedOn.isAfter(dueOn));
        }
    }

    @Override
    public RuleOutcome<List<String>> decide(Facts facts) {
        LocalDate due = facts.dueOn();
        List<String> missing = facts.required().stream()
                .filter(one -> one.missing(due))
                .map(Required::type)
                .toList();
        if (missing.isEmpty()) {
            return RuleOutcome.of("COMPLETE", missing);
        }
        Because because = new Because();
        if (due == null || !facts.asOf().isAfter(due)) {
            String until = due == null ? "no deadline is set" : "the deadline is " + due;
            because.note("PENDING", "Not received yet: " + String.join(", ", missing) + "; " + until + ".", CITES);
            return new RuleOutcome<>("PENDING", missing, because.reasons());
        }
        missing.forEach(type -> because.not(
                ReasonCode.DOCUMENTS_MISSING, type + " was not received by the deadline of " + due + ".", CITES));
        return new RuleOutcome<>("MISSING", missing, because.reasons());
    }
}
