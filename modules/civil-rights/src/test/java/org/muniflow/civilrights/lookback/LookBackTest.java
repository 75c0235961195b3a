package org.muniflow.civilrights.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.civilrights.law.FixedLaw;

class LookBackTest {

    private static final LocalDate REVOKED = LocalDate.of(2020, 6, 30);

    @ParameterizedTest
    @CsvSource({
        "2025-06-01, 60, false, true, HIT",
        "2025-06-30, 60, false, true, HIT",
        "2025-07-01, 60, false, true, CLEAR",
        "2025-07-15, 60, false, true, CLEAR",
        "2020-06-30, 60, false, true, HIT",
        "2020-06-29, 60, false, true, CLEAR",
        "2025-06-01, 50, false, true, CLEAR",
        "2025-06-01, 50.0001, false, true, HIT",
        "2025-06-01, 0, true, true, HIT",
        "2025-06-01, 60, true, false, CLEAR"
    })
    void V_044_aRevocationForCauseCountsForFiveYearsBothEndsIncluded(
            LocalDate submitted, BigDecimal percent, boolean controlled, boolean forCause, String outcome) {
        var firm = new RelatedFirm("Former firm", "An owner", percent, controlled, REVOKED, forCause, null, null);
        var answer = new RevokedForCause(FixedLaw.LAW).decide(new RevokedForCause.Facts(submitted, List.of(firm)));
        assertThat(answer.outcome()).isEqualTo(outcome);
        if (outcome.equals("HIT")) {
            assertThat(answer.value()).isEqualTo(LocalDate.of(2025, 6, 30));
            assertThat(answer.codes()).containsExactly("LOOKBACK_REVOKED_5Y");
        }
    }

    @ParameterizedTest
    @CsvSource({"2025-01-31, CLEAR", "2025-02-01, HIT", "2025-03-01, HIT", "2025-03-02, CLEAR"})
    void aSuspensionCountsWhileItLasts(LocalDate asked, String outcome) {
        var answer = new SuspendedForCause()
                .decide(new SuspendedForCause.Facts(asked, List.of(suspended(LocalDate.of(2025, 3, 1)))));
        assertThat(answer.outcome()).isEqualTo(outcome);
    }

    @Test
    void aSuspensionWithoutEndHasNoLastDay() {
        var answer = new SuspendedForCause()
                .decide(new SuspendedForCause.Facts(LocalDate.of(2030, 1, 1), List.of(suspended(null))));
        assertThat(answer.outcome()).isEqualTo("HIT");
        assertThat(answer.value()).isNull();
    }

    private static RelatedFirm suspended(LocalDate through) {
        return new RelatedFirm(
                "Former firm", "An owner", BigDecimal.ZERO, true, null, false, LocalDate.of(2025, 2, 1), through);
    }
}
