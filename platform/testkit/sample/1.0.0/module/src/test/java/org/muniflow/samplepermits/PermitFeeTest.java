package org.muniflow.samplepermits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A rule is a function of facts and of the numbers of law; it needs no city. */
class PermitFeeTest {

    @Test
    void theFeeIsTheDaysTimesTheFeeOfTheDayOfReceipt() {
        LocalDate received = LocalDate.of(2026, 3, 2);
        PermitFee rule =
                new PermitFee((id, governing) -> governing.equals(received) ? new BigDecimal("12.50") : BigDecimal.TEN);

        var fee = rule.decide(new PermitFee.Facts(received, 4));

        assertThat(fee.is("DUE")).isTrue();
        assertThat(fee.value()).isEqualByComparingTo("50");
        assertThat(fee.reasons().get(0).cites()).isEqualTo("Sample Code § 1");
    }
}
