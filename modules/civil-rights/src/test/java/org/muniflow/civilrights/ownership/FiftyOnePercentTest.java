package org.muniflow.civilrights.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniflow.civilrights.ownership.FiftyOnePercent.CountedFor.MBE;
import static org.muniflow.civilrights.ownership.FiftyOnePercent.CountedFor.WBE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.file.Firm.EntityType;
import org.muniflow.civilrights.law.FixedLaw;
import org.muniflow.civilrights.ownership.FiftyOnePercent.CountedFor;
import org.muniflow.civilrights.ownership.FiftyOnePercent.Facts;
import org.muniflow.civilrights.ownership.FiftyOnePercent.Holding;
import org.muniflow.civilrights.ownership.FiftyOnePercent.InterestClass;
import org.muniflow.civilrights.ownership.FiftyOnePercent.Share;

class FiftyOnePercentTest {

    private static final LocalDate APPLIED = LocalDate.of(2025, 3, 3);

    private final FiftyOnePercent rule = new FiftyOnePercent(FixedLaw.LAW);

    @Test
    void V_008_aVotingClassOf50Point99PercentFails() {
        var answer = decide(
                EntityType.CORPORATION,
                MBE,
                List.of(part("voting A", true), part("voting B", true), part("non-voting", false)),
                List.of(
                        minority("voting A", "60", "24"),
                        minority("voting B", "50.99", "20.396"),
                        minority("non-voting", "68.02", "13.604")));
        assertThat(answer.outcome()).isEqualTo("NOT_MET");
        assertThat(answer.reasons()).singleElement().satisfies(reason -> assertThat(reason.text())
                .contains("50.99% of voting B"));
        assertThat(share(answer, "all stock")).isEqualByComparingTo("58");
    }

    @Test
    void interestsThatContradictThemselvesShowNothing() {
        List<InterestClass> classes = List.of(part("units", true));
        var tooMuch = decide(EntityType.LLC, MBE, classes, List.of(minority("units", "51"), minority("units", "60")));
        assertThat(tooMuch.outcome()).isEqualTo("NOT_MET");
        assertThat(tooMuch.reasons()).singleElement().satisfies(reason -> assertThat(reason.text())
                .contains("add up to 111%"));
        var elsewhere = decide(EntityType.LLC, MBE, classes, List.of(minority("units", "51"), minority("other", "9")));
        assertThat(elsewhere.outcome()).isEqualTo("NOT_MET");
        assertThat(elsewhere.reasons()).singleElement().satisfies(reason -> assertThat(reason.text())
                .contains("in other, which is not among the classes"));
    }

    @Test
    void V_009_half_of_all_stock_fails_though_the_voting_class_passes() {
        var answer = decide(
                EntityType.CORPORATION,
                WBE,
                List.of(part("voting", true), part("non-voting", false)),
                List.of(woman("voting", "51", "25.5"), woman("non-voting", "49", "24.5")));
        assertThat(answer.outcome()).isEqualTo("NOT_MET");
        assertThat(share(answer, "all stock")).isEqualByComparingTo("50");
        assertThat(share(answer, "voting")).isEqualByComparingTo("51");
    }

    @Test
    void V_010_aPartnershipAgreementThatDoesNotShowTheSharesFails() {
        List<InterestClass> classes = List.of(part("general", true));
        List<Holding> holdings = List.of(minority("general", "51"));
        assertThat(rule.decide(new Facts(APPLIED, EntityType.PARTNERSHIP, MBE, classes, holdings, false))
                        .outcome())
                .isEqualTo("NOT_MET");
        assertThat(rule.decide(new Facts(APPLIED, EntityType.PARTNERSHIP, MBE, classes, holdings, true))
                        .outcome())
                .isEqualTo("MET");
    }

    @Test
    void V_011_aMinorityWomanCountsInBothPrograms() {
        List<InterestClass> classes = List.of(part("members", true));
        List<Holding> holdings = List.of(
                new Holding("members", BigDecimal.valueOf(51), null, true, true, true),
                new Holding("members", BigDecimal.valueOf(49), null, false, false, true));
        assertThat(decide(EntityType.LLC, MBE, classes, holdings).outcome()).isEqualTo("MET");
        assertThat(decide(EntityType.LLC, WBE, classes, holdings).outcome()).isEqualTo("MET");
    }

    @Test
    void V_012_minoritiesAndWomenAreNotAdded() {
        List<InterestClass> classes = List.of(part("members", true));
        List<Holding> holdings = List.of(
                minority("members", "30"),
                woman("members", "30"),
                new Holding("members", BigDecimal.valueOf(40), null, false, false, true));
        assertThat(decide(EntityType.LLC, MBE, classes, holdings).codes()).containsExactly("OWNERSHIP_BELOW_51");
        assertThat(decide(EntityType.LLC, WBE, classes, holdings).codes()).containsExactly("OWNERSHIP_BELOW_51");
    }

    @Test
    void interestsThatDoNotCountAreLeftOut() {
        List<Holding> holdings = List.of(new Holding("members", BigDecimal.valueOf(100), null, true, false, false));
        assertThat(decide(EntityType.LLC, MBE, List.of(part("members", true)), holdings)
                        .outcome())
                .isEqualTo("NOT_MET");
    }

    @Test
    void sharesOfManyOwnersAddUpExactly() {
        List<Holding> holdings = List.of(
                minority("members", "17.333333333333"),
                minority("members", "17.333333333333"),
                minority("members", "16.333333333334"));
        assertThat(decide(EntityType.LLC, MBE, List.of(part("members", true)), holdings)
                        .outcome())
                .isEqualTo("MET");
    }

    @Test
    void twoClassesWithoutTheirPartsOfAllStockAreNotShown() {
        var answer = decide(
                EntityType.CORPORATION,
                MBE,
                List.of(part("voting A", true), part("voting B", true)),
                List.of(minority("voting A", "60"), minority("voting B", "60")));
        assertThat(answer.outcome()).isEqualTo("NOT_MET");
    }

    @Test
    void nothingShownIsNotMet() {
        assertThat(decide(EntityType.LLC, MBE, List.of(), List.of()).outcome()).isEqualTo("NOT_MET");
    }

    private RuleOutcome<List<Share>> decide(
            EntityType type, CountedFor program, List<InterestClass> classes, List<Holding> holdings) {
        return rule.decide(new Facts(APPLIED, type, program, classes, holdings, true));
    }

    private static BigDecimal share(RuleOutcome<List<Share>> answer, String of) {
        return answer.value().stream()
                .filter(share -> share.of().equals(of))
                .findFirst()
                .orElseThrow()
                .percent();
    }

    private static InterestClass part(String name, boolean voting) {
        return new InterestClass(name, voting);
    }

    private static Holding minority(String of, String percent) {
        return new Holding(of, new BigDecimal(percent), null, true, false, true);
    }

    private static Holding minority(String of, String percent, String ofAll) {
        return new Holding(of, new BigDecimal(percent), new BigDecimal(ofAll), true, false, true);
    }

    private static Holding woman(String of, String percent) {
        return new Holding(of, new BigDecimal(percent), null, false, true, true);
    }

    private static Holding woman(String of, String percent, String ofAll) {
        return new Holding(of, new BigDecimal(percent), new BigDecimal(ofAll), false, true, true);
    }
}
