package org.muniflow.civilrights.size;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.civilrights.denial.Reconsideration;
import org.muniflow.civilrights.size.BusinessSize.AffiliateSize;
import org.muniflow.civilrights.size.BusinessSize.Facts;
import org.muniflow.civilrights.standing.ReasonCode;

class BusinessSizeTest {

    private static final CodeLimit LIMIT = new CodeLimit("236220", Measure.RECEIPTS, new BigDecimal("30000000"));

    private final BusinessSize rule = new BusinessSize();

    @Test
    void V_006_receiptsOfHoldingAndSisterCountAndTakeReconsiderationAway() {
        var answer = rule.decide(new Facts(
                true,
                new BigDecimal("12000000"),
                BigDecimal.ZERO,
                List.of(affiliate("Holding", "10000000"), affiliate("Sister", "15000000")),
                List.of(LIMIT)));
        assertThat(answer.outcome()).isEqualTo("EXCEEDED");
        assertThat(answer.codes()).containsExactly("SIZE_EXCEEDED");
        assertThat(answer.value().get(0).figure()).isEqualByComparingTo("37000000");
        assertThat(new Reconsideration()
                        .decide(new Reconsideration.Facts(List.of(ReasonCode.SIZE_EXCEEDED)))
                        .outcome())
                .isEqualTo("NO_RECONSIDERATION");
    }

    @ParameterizedTest
    @CsvSource({"30000000.00, WITHIN", "30000000.01, EXCEEDED", "0, WITHIN"})
    void onlyAGreaterFigureExceeds(BigDecimal receipts, String outcome) {
        assertThat(rule.decide(new Facts(true, receipts, BigDecimal.ZERO, List.of(), List.of(LIMIT)))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void eachCodeIsComparedByItsOwnMeasure() {
        CodeLimit staff = new CodeLimit("423390", Measure.EMPLOYEES, BigDecimal.valueOf(100));
        var answer = rule.decide(
                new Facts(true, new BigDecimal("31000000"), BigDecimal.valueOf(100), List.of(), List.of(LIMIT, staff)));
        assertThat(answer.outcome()).isEqualTo("PARTLY");
        assertThat(answer.value()).extracting(BusinessSize.Result::within).containsExactly(false, true);
    }

    @Test
    void aFirmThatDoesNotFunctionIsNoSmallBusiness() {
        var answer = rule.decide(new Facts(false, BigDecimal.ONE, BigDecimal.ONE, List.of(), List.of(LIMIT)));
        assertThat(answer.outcome()).isEqualTo("NOT_FUNCTIONING");
        assertThat(answer.codes()).containsExactly("NOT_FUNCTIONING");
    }

    private static AffiliateSize affiliate(String name, String receipts) {
        return new AffiliateSize(name, new BigDecimal(receipts), BigDecimal.ZERO);
    }
}
