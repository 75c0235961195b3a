package org.muniflow.civilrights.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.civilrights.law.FixedLaw;

class HoldingCompanyTest {

    private static final LocalDate APPLIED = LocalDate.of(2025, 3, 3);

    private final HoldingCompany rule = new HoldingCompany(FixedLaw.LAW);

    @ParameterizedTest(name = "{0}: {1}% x {2}% = {3}% {4}")
    @CsvSource({
        "V-001, 100, 100, 100, MET",
        "V-002, 100, 51, 51, MET",
        "V-003, 80, 70, 56, MET",
        "V-005, 60, 51, 30.6, NOT_MET",
        "V-007, 60, 85, 51, MET",
        "edge, 75, 68, 51, MET",
        "edge, 75, 67.999999, 50.99999925, NOT_MET"
    })
    void V_001_to_V_007_sharesThroughAHoldingCompanyAreExact(
            String id, BigDecimal parent, BigDecimal firm, BigDecimal share, String outcome) {
        var answer = rule.decide(new HoldingCompany.Facts(APPLIED, parent, firm, true, true));
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.value()).isEqualByComparingTo(share);
    }

    @Test
    void V_004_someoneElseControllingTheSubsidiaryFails() {
        var answer = rule.decide(facts("80", "70", true, false));
        assertThat(answer.outcome()).isEqualTo("NOT_MET");
        assertThat(answer.codes()).contains("CONTROL_NOT_SHOWN").doesNotContain("OWNERSHIP_BELOW_51");
    }

    @Test
    void V_005_aShareOf30Point6NamesTheGround() {
        assertThat(rule.decide(facts("60", "51", true, true)).codes()).containsExactly("OWNERSHIP_BELOW_51");
    }

    @Test
    void aParentWithoutCustomaryPurposeFails() {
        assertThat(rule.decide(facts("100", "100", false, true)).outcome()).isEqualTo("NOT_MET");
    }

    @Property
    void aShareIsMetExactlyWhenTheProductOfHundredthsReaches5100(
            @ForAll @IntRange(max = 100) int parent, @ForAll @IntRange(max = 100) int firm) {
        var answer = rule.decide(
                new HoldingCompany.Facts(APPLIED, BigDecimal.valueOf(parent), BigDecimal.valueOf(firm), true, true));
        assertThat(answer.is("MET")).isEqualTo(parent * firm >= 5100);
    }

    private static HoldingCompany.Facts facts(String parent, String firm, boolean purpose, boolean control) {
        return new HoldingCompany.Facts(APPLIED, new BigDecimal(parent), new BigDecimal(firm), purpose, control);
    }
}
