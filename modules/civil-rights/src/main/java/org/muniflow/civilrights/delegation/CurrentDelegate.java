package org.muniflow.civilrights.delegation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.muniflow.api.casework.Delegations;
import org.muniflow.api.casework.Delegations.Delegated;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.law.Because;
import org.muniflow.civilrights.law.CodeRule;

/**
 * Decides whether a person is the director's authorized representative for a task on a day (KCMO Code § 3-401(a)(10),
 * § 3-421(a)(17), (20)). Answers CURRENT or NOT_CURRENT; the value is the instrument by which the authority was delegated, null
 * without one. The register of delegations is dated: on a day that is over, the answer stays what it was.
 */
public final class CurrentDelegate extends CodeRule<CurrentDelegate.Facts, String> {

    private static final String CITES = "KCMO Code § 3-401(a)(10)";
    private static final String DIRECTOR = "creo-director";

    private final Delegations delegations;

    /**
     * Makes the rule.
     *
     * @param delegations the city's register of delegations
     */
    public CurrentDelegate(Delegations delegations) {
        super("R-103", "Is the person a current delegate of the director for the task?", CITES, Facts.class);
        this.delegations = delegations;
    }

    /**
     * The question.
     *
     * @param person the person's sign-in name
     * @param on the day
     * @param process the process that holds the task, for example {@code certification}
     * @param task the task's id in the model
     */
    public record Facts(
            @NotBlank String person,
            @NotNull LocalDate on,
            @NotBlank String process,
            @NotBlank String task) {}

    @Override
    public RuleOutcome<String> decide(Facts facts) {
        Because because = new Because();
        Optional<Delegated> found =
                delegations.find(facts.person(), DIRECTOR, facts.process(), facts.task(), facts.on());
        if (found.isEmpty()) {
            because.note(
                    "NO_CURRENT_DELEGATION",
                    facts.person() + " has no delegation of the director's authority that covers this task on "
                            + facts.on() + ".",
                    CITES);
            return new RuleOutcome<>("NOT_CURRENT", null, because.reasons());
        }
        Delegated by = found.get();
        because.note(
                "DELEGATED",
                "Delegated from " + by.fromOn() + " to " + by.toOn() + " by " + by.instrument() + ", entered by "
                        + by.grantedBy() + ".",
                CITES);
        return new RuleOutcome<>("CURRENT", by.instrument(), because.reasons());
    }
}
