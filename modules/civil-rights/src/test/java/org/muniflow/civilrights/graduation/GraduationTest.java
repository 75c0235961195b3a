package org.muniflow.civilrights.graduation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.civilrights.graduation.GraduationBar.GraduatedFirm;
import org.muniflow.civilrights.law.FixedLaw;
import org.muniflow.civilrights.size.CodeLimit;
import org.muniflow.civilrights.size.Measure;

class GraduationTest {

    private static final CodeLimit A = new CodeLimit("238210", Measure.RECEIPTS, new BigDecimal("19000000"));
    private static final CodeLimit B = new CodeLimit("236220", Measure.RECEIPTS, new BigDecimal("45000000"));
    private static final LocalDate ENDS = LocalDate.of(2026, 4, 14); // Tuesday

    @ParameterizedTest
    @CsvSource({
        "20000000, SOME, 238210, NOT_ALL",
        "19000000, NONE, '', NOT_ALL",
        "19000000.01, SOME, 238210, NOT_ALL",
        "45000000, SOME, 238210, NOT_ALL",
        "46000000, ALL, '238210,236220', ALL"
    })
    void V_045_onlyAGreaterFigureExceeds(BigDecimal receipts, String word, String codes, String all) {
        GraduationFacts facts = new GraduationFacts(receipts, BigDecimal.ONE, List.of(A, B));
        var exceeded = new ExceededCodes().decide(facts);
        assertThat(exceeded.outcome()).isEqualTo(word);
        assertThat(String.join(",", exceeded.value())).isEqualTo(codes);
        assertThat(new GraduatedForAllPurposes().decide(facts).outcome()).isEqualTo(all);
    }

    @Test
    void V_045_aCodeWithAHigherStandardStaysActive() {
        var lines = new CodesAfterGraduation()
                .decide(new GraduationFacts(new BigDecimal("20000000"), BigDecimal.ONE, List.of(A, B)))
                .value();
        assertThat(lines)
                .containsExactly(
                        new CodesAfterGraduation.Line("238210", "GRADUATED"),
                        new CodesAfterGraduation.Line("236220", "ACTIVE"));
    }

    @Test
    void V_046_theTerminationPeriodEndsOnTheThirdAnniversaryOfTheMailing() {
        assertThat(new TerminationPeriod(FixedLaw.LAW)
                        .decide(new TerminationPeriod.Facts(LocalDate.of(2023, 4, 14)))
                        .value())
                .isEqualTo(ENDS);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, 2026-04-14, , false, COUNTS",
        "2026-04-10, 2026-06-01, 2026-03-01, true, COUNTS",
        "2026-04-20, 2026-06-01, 2026-03-01, true, DOES_NOT_COUNT",
        "2026-04-10, 2026-06-01, 2026-03-01, false, DOES_NOT_COUNT",
        "2026-04-14, 2026-04-15, 2026-04-14, true, COUNTS",
        "2026-04-15, 2026-04-15, 2026-04-14, true, DOES_NOT_COUNT"
    })
    void V_046_workCountsByItsBidAndItsSolicitation(
            LocalDate bid, LocalDate performed, LocalDate solicited, boolean scheduled, String outcome) {
        assertThat(new CreditAfterGraduation()
                        .decide(new CreditAfterGraduation.Facts(ENDS, bid, performed, solicited, scheduled))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void aRelatedFirmsGraduationBarsCodesWithAStandardNotAboveTheExceededOne() {
        var scoped = new GraduationBar()
                .decide(new GraduationBar.Facts(List.of(new GraduatedFirm("Firm", false, A)), List.of(A, B)));
        assertThat(scoped.outcome()).isEqualTo("SOME");
        assertThat(scoped.value()).containsExactly("238210");
        var all = new GraduationBar()
                .decide(new GraduationBar.Facts(List.of(new GraduatedFirm("Firm", true, null)), List.of(A, B)));
        assertThat(all.outcome()).isEqualTo("ALL");
        assertThat(all.codes()).containsExactly("GRADUATED_OWNER_OR_AFFILIATE");
        assertThat(new GraduationBar()
                        .decide(new GraduationBar.Facts(List.of(), List.of(A)))
                        .outcome())
                .isEqualTo("CLEAR");
    }
}
