package org.muniflow.civilrights.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.civilrights.file.Owner.Citizenship;
import org.muniflow.civilrights.file.Owner.MinorityCategory;
import org.muniflow.civilrights.law.FixedLaw;

class StatusTest {

    @ParameterizedTest
    @CsvSource({
        "CITIZEN, AFRICAN_AMERICAN, true, false, , false, MINORITY",
        "LPR, HISPANIC_LATINO, true, false, , false, MINORITY",
        "OTHER, HISPANIC_LATINO, true, false, , false, NOT_MINORITY",
        "CITIZEN, ASIAN_PACIFIC, false, false, , false, NOT_MINORITY",
        "CITIZEN, NATIVE_AMERICAN, true, false, 25, false, MINORITY",
        "CITIZEN, NATIVE_AMERICAN, true, false, 24.999, false, NOT_MINORITY",
        "CITIZEN, NATIVE_AMERICAN, true, true, , false, MINORITY",
        "CITIZEN, NATIVE_AMERICAN, true, false, , false, NOT_MINORITY",
        "CITIZEN, CASE_BY_CASE, false, false, , true, MINORITY",
        "CITIZEN, CASE_BY_CASE, true, false, , false, NOT_MINORITY",
        "CITIZEN, NONE, true, true, 100, true, NOT_MINORITY"
    })
    void aMinorityIsACitizenOrResidentOfACategoryWithItsTest(
            Citizenship citizenship,
            MinorityCategory category,
            boolean identified,
            boolean tribal,
            BigDecimal descent,
            boolean found,
            String outcome) {
        var answer = new MinorityStatus(FixedLaw.LAW)
                .decide(new MinorityStatus.Facts(
                        LocalDate.of(2025, 1, 2), citizenship, category, identified, tribal, descent, found));
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.value()).isEqualTo(outcome.equals("MINORITY") ? category : MinorityCategory.NONE);
    }

    @ParameterizedTest
    @CsvSource({"true, CITIZEN, WOMAN", "true, LPR, WOMAN", "true, OTHER, NOT_WOMAN", "false, CITIZEN, NOT_WOMAN"})
    void aWomanIsAFemaleCitizenOrResident(boolean female, Citizenship citizenship, String outcome) {
        assertThat(new WomanStatus()
                        .decide(new WomanStatus.Facts(female, citizenship))
                        .outcome())
                .isEqualTo(outcome);
    }
}
