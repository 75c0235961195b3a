package org.muniflow.civilrights.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.civilrights.file.Interest.AcquisitionMode;
import org.muniflow.civilrights.law.Standard;
import org.muniflow.civilrights.ownership.NotSolelyGrounds.Ground;

class CountedInterestsTest {

    @ParameterizedTest(name = "{5}: {0} beneficiary {1} trustee {2} controls {3} sole {4}")
    @CsvSource({
        "DIRECT, false, false, false, false, COUNTED",
        "REVOCABLE_LIVING_TRUST, true, true, true, true, COUNTED",
        "REVOCABLE_LIVING_TRUST, true, false, true, false, NOT_COUNTED",
        "REVOCABLE_LIVING_TRUST, true, true, true, false, NOT_COUNTED",
        "TRUST_OR_GUARDIAN, true, true, false, false, COUNTED",
        "TRUST_OR_GUARDIAN, true, false, true, false, COUNTED",
        "TRUST_OR_GUARDIAN, true, false, false, false, NOT_COUNTED",
        "TRUST_OR_GUARDIAN, false, true, true, false, NOT_COUNTED",
        "FIRM, true, true, true, true, NOT_COUNTED"
    })
    void V_013_trustsCountOnlyWithinTheExceptions(
            DirectHolding.Holder holder,
            boolean beneficiary,
            boolean trustee,
            boolean controls,
            boolean sole,
            String outcome) {
        assertThat(new DirectHolding()
                        .decide(new DirectHolding.Facts(holder, beneficiary, trustee, controls, sole))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void V_014_aGiftFromAnUncleInTheSameLineIsPresumedNotHeldOnAPreponderance() {
        var answer = gift(AcquisitionMode.GIFT, false, true, Standard.PREPONDERANCE, Standard.PREPONDERANCE);
        assertThat(answer).isEqualTo("PRESUMED_NOT_HELD");
    }

    @ParameterizedTest
    @CsvSource({
        "CLEAR_AND_CONVINCING, CLEAR_AND_CONVINCING, REBUTTED",
        "CLEAR_AND_CONVINCING, PREPONDERANCE, PRESUMED_NOT_HELD",
        "PREPONDERANCE, CLEAR_AND_CONVINCING, PRESUMED_NOT_HELD",
        "NOT_SHOWN, NOT_SHOWN, PRESUMED_NOT_HELD"
    })
    void bothThingsMustBeClearAndConvincing(Standard reason, Standard control, String outcome) {
        assertThat(gift(AcquisitionMode.INADEQUATE_CONSIDERATION, false, true, reason, control))
                .isEqualTo(outcome);
    }

    @Test
    void noPresumptionWithoutALinkOrFromAQualifyingDonorOrForAPurchase() {
        assertThat(gift(AcquisitionMode.GIFT, false, false, Standard.NOT_SHOWN, Standard.NOT_SHOWN))
                .isEqualTo("NO_PRESUMPTION");
        assertThat(gift(AcquisitionMode.GIFT, true, true, Standard.NOT_SHOWN, Standard.NOT_SHOWN))
                .isEqualTo("NO_PRESUMPTION");
        assertThat(gift(AcquisitionMode.PURCHASE, false, true, Standard.NOT_SHOWN, Standard.NOT_SHOWN))
                .isEqualTo("NO_PRESUMPTION");
    }

    @Test
    void V_015_anInheritedInterestAlwaysCountsAndTheGiftPresumptionIsNotAsked() {
        var counted = new AlwaysCounted().decide(new AlwaysCounted.Facts(AcquisitionMode.INHERITANCE, false));
        assertThat(counted.outcome()).isEqualTo("COUNTED");
        assertThat(gift(AcquisitionMode.INHERITANCE, false, true, Standard.NOT_SHOWN, Standard.NOT_SHOWN))
                .isEqualTo("NO_PRESUMPTION");
    }

    @ParameterizedTest
    @CsvSource({"DIVORCE, false, COUNTED", "DIVORCE, true, NOT_APPLICABLE", "PURCHASE, false, NOT_APPLICABLE"})
    void divorceCountsUnlessATermConflicts(AcquisitionMode mode, boolean conflict, String outcome) {
        assertThat(new AlwaysCounted()
                        .decide(new AlwaysCounted.Facts(mode, conflict))
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "MARITAL_ASSETS, true, true, true, COUNTED",
        "MARITAL_ASSETS, true, true, false, NOT_COUNTED",
        "MARITAL_ASSETS, true, false, true, NOT_COUNTED",
        "MARITAL_ASSETS, false, false, true, NOT_COUNTED",
        "PURCHASE, false, false, false, NOT_APPLICABLE"
    })
    void maritalAssetsNeedARenunciationInTheApplication(
            AcquisitionMode mode, boolean renounced, boolean sanctioned, boolean copy, String outcome) {
        assertThat(new MaritalAssets()
                        .decide(new MaritalAssets.Facts(mode, renounced, sanctioned, copy))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void grounds_that_never_stand_alone_block_a_denial() {
        NotSolelyGrounds rule = new NotSolelyGrounds();
        assertThat(rule.decide(new NotSolelyGrounds.Facts(List.of(Ground.OTHER_GIFT)))
                        .outcome())
                .isEqualTo("BLOCKED");
        assertThat(rule.decide(new NotSolelyGrounds.Facts(List.of(Ground.SPOUSE_TRANSFER, Ground.SPOUSE_CO_SIGNATURE)))
                        .outcome())
                .isEqualTo("BLOCKED");
        assertThat(rule.decide(new NotSolelyGrounds.Facts(List.of(Ground.OTHER_GIFT, Ground.OTHER)))
                        .outcome())
                .isEqualTo("ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({"false, false, ADMITTED", "true, true, ADMITTED", "true, false, INELIGIBLE"})
    void aFirmOwnedFirmIsAdmittedOnlyThroughAHoldingCompany(boolean owned, boolean holding, String outcome) {
        assertThat(new FirmOwnedFirm()
                        .decide(new FirmOwnedFirm.Facts(owned, holding))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void promisesNotesAndMereWorkAreFlaggedUnlessThereIsMore() {
        ContributionFlags rule = new ContributionFlags();
        var flagged = rule.decide(new ContributionFlags.Facts(true, true, true, false, false));
        assertThat(flagged.outcome()).isEqualTo("INSUFFICIENT");
        assertThat(flagged.value()).containsExactly("PROMISE", "UNSECURED_NOTE", "PARTICIPATION");
        assertThat(rule.decide(new ContributionFlags.Facts(true, false, false, false, true))
                        .outcome())
                .isEqualTo("NO_FLAG");
        assertThat(rule.decide(new ContributionFlags.Facts(false, false, false, true, false))
                        .outcome())
                .isEqualTo("NO_FLAG");
    }

    @Test
    void expertiseNeedsAllFivePropertiesAndAnInvestment() {
        ExpertiseContribution rule = new ExpertiseContribution();
        assertThat(rule.decide(new ExpertiseContribution.Facts(true, true, true, true, true, true))
                        .outcome())
                .isEqualTo("COUNTED");
        assertThat(rule.decide(new ExpertiseContribution.Facts(true, true, true, true, true, false))
                        .value())
                .containsExactly("joined by a significant financial investment");
        assertThat(rule.decide(new ExpertiseContribution.Facts(true, true, true, true, false, true))
                        .outcome())
                .isEqualTo("NOT_COUNTED");
    }

    private static String gift(
            AcquisitionMode mode, boolean donorQualifies, boolean sameLine, Standard reason, Standard control) {
        return new GiftPresumption()
                .decide(new GiftPresumption.Facts(mode, donorQualifies, false, sameLine, false, reason, control))
                .outcome();
    }
}
