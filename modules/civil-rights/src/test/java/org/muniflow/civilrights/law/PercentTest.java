package org.muniflow.civilrights.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource({"75, 68, 51%", "60, 85, 51%", "80, 70, 56%", "60, 51, 30.6%", "100, 51, 51%", "33.3333, 3, 0.999999%"})
    void productsKeepEveryDigit(BigDecimal part, BigDecimal whole, String expected) {
        assertThat(Percent.of(part).of(Percent.of(whole))).hasToString(expected);
    }

    @Test
    void equalityIsAtLeastAndNotMoreThan() {
        assertThat(Percent.of(new BigDecimal("51.000")).atLeast(BigDecimal.valueOf(51)))
                .isTrue();
        assertThat(Percent.of(new BigDecimal("51.000")).moreThan(BigDecimal.valueOf(51)))
                .isFalse();
        assertThat(Percent.of(new BigDecimal("50.999999999999999999")).atLeast(BigDecimal.valueOf(51)))
                .isFalse();
    }

    @Test
    void moneyPrintsDollarsWithoutRoundingCentsAway() {
        assertThat(Money.text(new BigDecimal("1250000"))).isEqualTo("$1,250,000.00");
        assertThat(Money.text(new BigDecimal("-0.005"))).isEqualTo("-$0.005");
    }
}
