package org.muniflow.civilrights.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.civilrights.eligibility.Eligibility.Facts;
import org.muniflow.civilrights.eligibility.Eligibility.Finding;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.standing.ReasonCode;

class EligibilityTest {

    @Test
    void aFirmIsEligibleOnlyIfEveryCriterionIsDeterminedAndMet() {
        assertThat(new MinorityBusiness().decide(new Facts(true, true, all())).outcome())
                .isEqualTo("ELIGIBLE");
        List<Finding> findings = new ArrayList<>(all());
        findings.remove(0);
        var answer = new WomensBusiness().decide(new Facts(true, true, findings));
        assertThat(answer.outcome()).isEqualTo("UNDECIDED");
        assertThat(answer.value()).containsExactly(all().get(0).criterion());
    }

    @Test
    void everyFailingReasonIsCollected() {
        List<Finding> findings = new ArrayList<>(all());
        findings.add(new Finding(Criterion.PNW, false, List.of(ReasonCode.PNW_NOT_DOCUMENTED)));
        findings.add(new Finding(Criterion.CONTROL, false, List.of()));
        findings.add(new Finding(Criterion.COOPERATION, false, List.of(ReasonCode.AUDIT_REFUSED)));
        var answer = new MinorityBusiness().decide(new Facts(false, false, findings));
        assertThat(answer.outcome()).isEqualTo("NOT_ELIGIBLE");
        assertThat(answer.codes())
                .containsExactly(
                        "NOT_FOR_PROFIT",
                        "NOT_FUNCTIONING",
                        "PNW_NOT_DOCUMENTED",
                        "CONTROL_NOT_SHOWN",
                        "AUDIT_REFUSED");
    }

    @ParameterizedTest
    @CsvSource({"true, true, BOTH", "true, false, MBE", "false, true, WBE", "false, false, NONE"})
    void V_011_programsAreDecidedByThemselves(boolean mbe, boolean wbe, String outcome) {
        assertThat(new DualStatus()
                        .decide(new DualStatus.Facts(List.of(Program.MBE, Program.WBE), mbe, wbe))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void aProgramThatWasNotAskedForIsNotGiven() {
        assertThat(new DualStatus()
                        .decide(new DualStatus.Facts(List.of(Program.WBE), true, true))
                        .value())
                .containsExactly(Program.WBE);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, MET",
        "true, true, false, NOT_MET",
        "true, false, true, NOT_MET",
        "false, true, true, NOT_MET"
    })
    void evidenceOfDiscriminationIsAskedForCityAndTrade(boolean writing, boolean city, boolean trade, String outcome) {
        assertThat(new DiscriminationEvidence()
                        .decide(new DiscriminationEvidence.Facts(writing, city, trade))
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"2024-08-01, , NO_CREDIT", "2024-08-02, , CREDIT", "2024-08-01, 2024-07-01, CREDIT"})
    void V_047_aFirmCertifiedOneDayAfterThePlanGivesNoCredit(LocalDate submitted, LocalDate listed, String outcome) {
        var line = new GoalCredit.Line("238210", LocalDate.of(2024, 8, 2), null, listed, null);
        assertThat(new GoalCredit()
                        .decide(new GoalCredit.Facts(submitted, List.of(line)))
                        .outcome())
                .isEqualTo(outcome);
    }

    private static List<Finding> all() {
        return Eligibility.criteria().stream()
                .map(criterion -> new Finding(criterion, true, List.of()))
                .toList();
    }
}
