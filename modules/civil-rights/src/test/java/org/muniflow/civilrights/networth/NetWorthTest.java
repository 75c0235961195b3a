package org.muniflow.civilrights.networth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.civilrights.file.NetWorth.AssetKind;
import org.muniflow.civilrights.file.NetWorth.Purpose;
import org.muniflow.civilrights.file.NetWorth.Recipient;
import org.muniflow.civilrights.law.FixedLaw;
import org.muniflow.civilrights.networth.NetWorthStatement.Asset;
import org.muniflow.civilrights.networth.NetWorthStatement.Liability;
import org.muniflow.civilrights.networth.NetWorthStatement.Transfer;

class NetWorthTest {

    private static final LocalDate APPLIED = LocalDate.of(2024, 9, 1); // Sunday

    private final PersonalNetWorth rule = new PersonalNetWorth(FixedLaw.LAW);

    @Test
    void V_016_firmAndResidenceAreExcludedAndJointAssetsCountByShare() {
        assertThat(netWorth(List.of())).isEqualByComparingTo("1000000");
    }

    @Test
    void V_017_aGiftWithinTwoYearsIsAddedBackButNeitherWeddingNorTuition() {
        assertThat(netWorth(List.of(
                        gift("250000", LocalDate.of(2022, 10, 15), Purpose.OTHER, false),
                        gift("40000", LocalDate.of(2023, 6, 10), Purpose.SPECIAL_OCCASION, false),
                        gift("60000", LocalDate.of(2024, 1, 15), Purpose.EDUCATION, true))))
                .isEqualByComparingTo("1250000");
    }

    @Test
    void V_018_aGiftOneDayOutsideTheTwoYearsIsNotAddedBack() {
        assertThat(netWorth(List.of(gift("250000", LocalDate.of(2022, 8, 31), Purpose.OTHER, false))))
                .isEqualByComparingTo("1000000");
        assertThat(netWorth(List.of(gift("250000", LocalDate.of(2022, 9, 1), Purpose.OTHER, false))))
                .isEqualByComparingTo("1250000");
    }

    @Test
    void tuitionThatIsNotShownIsAddedBack() {
        assertThat(netWorth(List.of(gift("60000", LocalDate.of(2024, 1, 15), Purpose.EDUCATION, false))))
                .isEqualByComparingTo("1060000");
    }

    @Test
    void onlyTheShortfallBelowFairValueIsAddedBack() {
        Transfer sale = new Transfer(
                LocalDate.of(2024, 1, 15), big("100000"), big("70000"), Recipient.TRUST, Purpose.OTHER, false);
        assertThat(netWorth(List.of(sale))).isEqualByComparingTo("1030000");
    }

    @Test
    void aTransferToAStrangerIsNotAddedBackButOneToTheFirmIs() {
        assertThat(netWorth(List.of(to(Recipient.OTHER)))).isEqualByComparingTo("1000000");
        assertThat(netWorth(List.of(to(Recipient.FIRM)))).isEqualByComparingTo("1010000");
    }

    @Test
    void aResidenceUnderWaterLeavesItsShortfallAsLiability() {
        var facts = new NetWorthStatement(
                APPLIED,
                List.of(asset(AssetKind.PRIMARY_RESIDENCE, "300000", "50"), asset(AssetKind.SAVINGS, "100000", "100")),
                List.of(new Liability(big("400000"), big("50"), true)),
                List.of());
        assertThat(rule.decide(facts).value().netWorth()).isEqualByComparingTo("50000");
    }

    @ParameterizedTest
    @CsvSource({
        "1320000.00, true, MET",
        "1320000.01, true, NOT_MET",
        "-5, true, MET",
        ", true, NOT_MET",
        "1, false, NOT_MET"
    })
    void V_019_equalityPassesAndOneCentAboveFails(BigDecimal netWorth, boolean documented, String outcome) {
        var answer =
                new NetWorthLimit().decide(new NetWorthLimit.Facts("the owner", documented, netWorth, big("1320000")));
        assertThat(answer.outcome()).isEqualTo(outcome);
        if (outcome.equals("NOT_MET")) {
            assertThat(answer.codes())
                    .containsExactly(netWorth != null && documented ? "PNW_EXCEEDED" : "PNW_NOT_DOCUMENTED");
        }
    }

    private BigDecimal netWorth(List<Transfer> transfers) {
        var facts = new NetWorthStatement(
                APPLIED,
                List.of(
                        asset(AssetKind.SECURITIES, "900000", "100"),
                        asset(AssetKind.SAVINGS, "400000", "50"),
                        asset(AssetKind.PRIMARY_RESIDENCE, "500000", "100"),
                        asset(AssetKind.FIRM_INTEREST, "600000", "100")),
                List.of(
                        new Liability(big("300000"), big("100"), true),
                        new Liability(big("100000"), big("100"), false)),
                transfers);
        return rule.decide(facts).value().netWorth();
    }

    private static Asset asset(AssetKind kind, String value, String share) {
        return new Asset(kind, big(value), big(share));
    }

    private static Transfer gift(String amount, LocalDate on, Purpose purpose, boolean shown) {
        return new Transfer(on, big(amount), BigDecimal.ZERO, Recipient.IMMEDIATE_FAMILY, purpose, shown);
    }

    private static Transfer to(Recipient recipient) {
        return new Transfer(LocalDate.of(2024, 1, 15), big("10000"), BigDecimal.ZERO, recipient, Purpose.OTHER, false);
    }

    private static BigDecimal big(String number) {
        return new BigDecimal(number);
    }
}
