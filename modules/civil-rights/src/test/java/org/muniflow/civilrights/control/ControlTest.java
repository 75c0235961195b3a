package org.muniflow.civilrights.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.civilrights.file.Firm.EntityType;
import org.muniflow.civilrights.law.Standard;
import org.muniflow.civilrights.reliance.DbeReliance;
import org.muniflow.civilrights.usefulfunction.SubcontractingPresumption;

class ControlTest {

    @ParameterizedTest
    @CsvSource({
        "CORPORATION, true, true, false, MET",
        "CORPORATION, true, false, false, NOT_MET",
        "PARTNERSHIP, true, false, true, MET",
        "PARTNERSHIP, true, true, false, NOT_MET",
        "LLC, true, false, false, MET",
        "LLC, false, true, true, NOT_MET"
    })
    void thePowerToDirectDependsOnTheLegalForm(
            EntityType type, boolean officer, boolean board, boolean partner, String outcome) {
        assertThat(new PowerToDirect()
                        .decide(new PowerToDirect.Facts(type, officer, board, partner))
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, MET, false",
        "true, false, NOT_MET, true",
        "false, false, ONE_FACTOR, false",
        "false, true, MET, false"
    })
    void aLicenseThatTheLawDoesNotRequireIsOnlyOneFactor(
            boolean required, boolean held, String outcome, boolean ground) {
        var answer = new RequiredCredential().decide(new RequiredCredential.Facts(required, held));
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.value()).isEqualTo(ground);
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false, false, true, true, NO_FLAG",
        "true, false, false, false, true, true, WEIGH",
        "true, true, false, false, true, true, NOT_MET",
        "false, false, true, false, true, true, NOT_MET",
        "false, false, false, true, true, true, NOT_MET",
        "true, false, false, true, false, true, WEIGH",
        "false, false, false, true, false, false, NOT_MET"
    })
    void anEveningsFirmMayBeControlledBesidesOtherWork(
            boolean outside,
            boolean conflicting,
            boolean absentee,
            boolean partTime,
            boolean fullTimeFirm,
            boolean controls,
            String outcome) {
        assertThat(new OutsideEmployment()
                        .decide(new OutsideEmployment.Facts(
                                outside, conflicting, absentee, partTime, fullTimeFirm, controls))
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "false, NOT_SHOWN, PREPONDERANCE, MET, PREPONDERANCE",
        "true, PREPONDERANCE, PREPONDERANCE, NOT_MET, CLEAR_AND_CONVINCING",
        "true, CLEAR_AND_CONVINCING, PREPONDERANCE, NOT_MET, CLEAR_AND_CONVINCING",
        "true, CLEAR_AND_CONVINCING, CLEAR_AND_CONVINCING, MET, CLEAR_AND_CONVINCING",
        "false, NOT_SHOWN, NOT_SHOWN, NOT_MET, PREPONDERANCE"
    })
    void aFormerOwnerWhoStaysRaisesTheStandardOfProof(
            boolean involved, Standard reason, Standard control, String outcome, Standard needed) {
        var answer = new FormerOwnerInvolved().decide(new FormerOwnerInvolved.Facts(involved, reason, control));
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.value()).isEqualTo(needed);
    }

    @Test
    void onlyWorkPerformedControlledSkilledAndSmallIsCertified() {
        var answer = new TypeOfWork()
                .decide(new TypeOfWork.Facts(List.of(
                        new TypeOfWork.Type("238210", true, true, true, true),
                        new TypeOfWork.Type("236220", true, true, true, false),
                        new TypeOfWork.Type("238220", false, true, true, true))));
        assertThat(answer.outcome()).isEqualTo("SOME");
        assertThat(answer.value()).containsExactly("238210");
        assertThat(answer.codes()).containsExactly("SIZE_EXCEEDED", "EXPERTISE_NOT_SHOWN");
    }

    @ParameterizedTest
    @CsvSource({"true, false, NOT_MET", "true, true, MET", "false, false, MET"})
    void aPartnerWhoDoesNotQualifyBindsOnlyWithWrittenConcurrence(boolean binds, boolean concurrence, String outcome) {
        var partner = new PowerToBind.Partner("A partner", false, binds, concurrence);
        assertThat(new PowerToBind()
                        .decide(new PowerToBind.Facts(List.of(partner)))
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"40, 40, NO_PRESUMPTION", "40.01, 40, PRESUMED_NO_CUF", "100, , NO_PRESUMPTION"})
    void subcontractingMoreThanTheIndustryIsPresumedToBeNoFunction(
            BigDecimal own, BigDecimal industry, String outcome) {
        assertThat(new SubcontractingPresumption()
                        .decide(new SubcontractingPresumption.Facts(own, industry))
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "UCP, true, false, true, true, RELY",
        "KDOT, true, false, true, true, RELY",
        "UCP, true, true, true, true, FULL_REVIEW",
        "UCP, true, false, false, true, FULL_REVIEW",
        "UCP, true, false, true, false, FULL_REVIEW",
        "UCP, false, false, true, true, FULL_REVIEW",
        "NONE, true, false, true, true, FULL_REVIEW"
    })
    void theCityReliesOnACertificateOnlyIfNobodyEverDenied(
            DbeReliance.Authority authority,
            boolean valid,
            boolean everDenied,
            boolean definition,
            boolean evidence,
            String outcome) {
        assertThat(new DbeReliance()
                        .decide(new DbeReliance.Facts(authority, valid, everDenied, definition, evidence))
                        .outcome())
                .isEqualTo(outcome);
    }
}
