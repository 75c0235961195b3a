package org.muniflow.civilrights.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Delegations;
import org.muniflow.api.casework.Delegations.Delegated;
import org.muniflow.api.law.RuleOutcome;

class CurrentDelegateTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 6);
    private static final Delegations REGISTER = (person, team, process, task, on) -> person.equals("abe")
                    && team.equals("creo-director")
                    && process.equals("certification")
                    && !on.isBefore(FIRST)
                    && !on.isAfter(LAST)
            ? Optional.of(new Delegated("dora", "Memorandum of March 1, 2026", FIRST, LAST))
            : Optional.empty();

    private final CurrentDelegate rule = new CurrentDelegate(REGISTER);

    @Test
    void aDelegateIsCurrentFromTheFirstDayToTheLast() {
        assertThat(ask("abe", FIRST).outcome()).isEqualTo("CURRENT");
        RuleOutcome<String> last = ask("abe", LAST);
        assertThat(last.outcome()).isEqualTo("CURRENT");
        assertThat(last.value()).isEqualTo("Memorandum of March 1, 2026");
        assertThat(last.reasons().get(0).text()).contains("2026-03-02", "2026-03-06", "dora");
    }

    @Test
    void nobodyIsADelegateADayTooEarlyOrTooLateOrForAnotherTask() {
        assertThat(ask("abe", FIRST.minusDays(1)).outcome()).isEqualTo("NOT_CURRENT");
        assertThat(ask("abe", LAST.plusDays(1)).codes()).containsExactly("NO_CURRENT_DELEGATION");
        assertThat(ask("ann", FIRST).value()).isNull();
        assertThat(rule.decide(new CurrentDelegate.Facts("abe", FIRST, "on-site-audit", "userTask_decide"))
                        .outcome())
                .isEqualTo("NOT_CURRENT");
    }

    private RuleOutcome<String> ask(String person, LocalDate on) {
        return rule.decide(new CurrentDelegate.Facts(person, on, "certification", "userTask_decide"));
    }
}
