package org.muniflow.civilrights.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.civilrights.Books;
import org.muniflow.civilrights.law.FixedLaw;
import org.muniflow.civilrights.presence.RealAndSubstantialPresence.Employee;
import org.muniflow.civilrights.presence.RealAndSubstantialPresence.Facts;
import org.muniflow.civilrights.presence.RealAndSubstantialPresence.Tests;

class PresenceTest {

    private static final LocalDate APPLIED = LocalDate.of(2025, 2, 28); // Friday
    private static final List<LocalDate> TWO = List.of(LocalDate.of(2023, 2, 1), LocalDate.of(2024, 6, 1));

    private final RealAndSubstantialPresence rule =
            new RealAndSubstantialPresence(FixedLaw.LAW, FixedLaw.LAW, new Books().reference);

    @Test
    void V_020_allFourTestsAreMetSixMonthsToTheDay() {
        var answer = decide("Wyandotte", "KS", LocalDate.of(2024, 8, 31), "60", TWO);
        assertThat(answer.outcome()).isEqualTo("MET");
        assertThat(answer.value()).isEqualTo(new Tests(true, true, true, true));
    }

    @ParameterizedTest
    @CsvSource({"2024-08-28, true", "2024-08-31, true", "2024-09-01, false", "2024-09-15, false"})
    void V_021_anOfficeYoungerThanSixMonthsFailsTest4(LocalDate since, boolean old) {
        var answer = decide("Wyandotte", "KS", since, "60", TWO);
        assertThat(answer.value().officeOldEnough()).isEqualTo(old);
        if (!old) {
            assertThat(answer.reasons()).singleElement().satisfies(reason -> {
                assertThat(reason.code()).isEqualTo("PRESENCE_NOT_SHOWN");
                assertThat(reason.cites()).isEqualTo("KCMO Code § 3-461(d)(4)");
            });
        }
    }

    @Test
    void V_022_oneTransactionFailsTest3() {
        var answer = decide("Wyandotte", "KS", LocalDate.of(2024, 8, 31), "60", TWO.subList(0, 1));
        assertThat(answer.value()).isEqualTo(new Tests(true, true, false, true));
        assertThat(answer.outcome()).isEqualTo("NOT_MET");
    }

    @Test
    void V_023_douglasCountyFailsTest1() {
        assertThat(decide("Douglas", "KS", LocalDate.of(2024, 8, 31), "60", TWO)
                        .value()
                        .officeInArea())
                .isFalse();
    }

    @Test
    void V_029_transactionsThirtyMonthsAgoMeetTest3() {
        List<LocalDate> old = List.of(APPLIED.minusMonths(30), APPLIED.minusMonths(30));
        assertThat(decide("Jackson", "MO", LocalDate.of(2020, 1, 1), "60", old).outcome())
                .isEqualTo("MET");
    }

    @ParameterizedTest
    @CsvSource({"2022-02-27, false", "2022-02-28, true", "2025-02-28, true", "2025-03-01, false"})
    void threeYearsIncludeBothEnds(LocalDate second, boolean business) {
        List<LocalDate> dates = List.of(LocalDate.of(2024, 6, 1), second);
        assertThat(decide("Jackson", "MO", LocalDate.of(2020, 1, 1), "60", dates)
                        .value()
                        .businessInArea())
                .isEqualTo(business);
    }

    @ParameterizedTest
    @CsvSource({"50, false", "50.0001, true"})
    void halfOfTheTimeIsNoMajority(String percent, boolean met) {
        assertThat(decide("Jackson", "MO", LocalDate.of(2020, 1, 1), percent, TWO)
                        .value()
                        .employeesInArea())
                .isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({
        "Cass, MO",
        "clay county, mo",
        "Jackson, Missouri",
        "Platte, MO",
        "Johnson, KS",
        "Leavenworth, KS",
        "Wyandotte, Kansas"
    })
    void sevenCountiesMakeTheArea(String county, String state) {
        assertThat(new Books().reference.contains(county, state, LocalDate.of(2025, 2, 28)))
                .isTrue();
    }

    @Test
    void johnsonCountyInMissouriIsNotJohnsonCountyInKansas() {
        assertThat(new Books().reference.contains("Johnson", "MO", LocalDate.of(2025, 2, 28)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05-01, 2023-05-01, 2023-05-01, false, GRANDFATHERED_PRESENCE",
        "2020-05-01, 2023-05-01, 2023-05-02, false, PRESENCE_REQUIRED",
        "2020-05-01, 2023-05-01, 2023-04-01, true, PRESENCE_REQUIRED",
        "2021-05-13, 2024-05-13, 2024-01-01, false, GRANDFATHERED_PRESENCE",
        "2021-05-14, 2024-05-14, 2024-01-01, false, PRESENCE_REQUIRED"
    })
    void onlyCertificationsFromBeforeTheRuleAreProtected(
            LocalDate certified, LocalDate expires, LocalDate asOf, boolean renewal, String outcome) {
        assertThat(new GrandfatheredPresence()
                        .decide(new GrandfatheredPresence.Facts(certified, expires, asOf, false, renewal))
                        .outcome())
                .isEqualTo(outcome);
    }

    private RuleOutcome<Tests> decide(
            String county, String state, LocalDate since, String percent, List<LocalDate> transactions) {
        return rule.decide(new Facts(
                APPLIED,
                county,
                state,
                since,
                List.of(new Employee(county.equals("Douglas") ? "Johnson" : county, state, new BigDecimal(percent))),
                transactions));
    }
}
