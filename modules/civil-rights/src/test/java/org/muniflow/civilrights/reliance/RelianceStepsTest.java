package org.muniflow.civilrights.reliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniflow.civilrights.Books.TODAY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniflow.civilrights.Steps;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.finding.DbeRecognition;
import org.muniflow.civilrights.finding.DbeRecognitions;

final class RelianceStepsTest {

    private final Steps steps = new Steps();
    private final String id = steps.filed("04-dbe-requested");

    @ParameterizedTest
    @CsvSource({
        "UCP, true, true, RELY",
        "MODOT, true, true, RELY",
        "KDOT, true, true, RELY",
        "KDOT, false, true, FULL_REVIEW",
        "UCP, , true, FULL_REVIEW",
        "UCP, true, false, FULL_REVIEW",
        "UCP, true, , FULL_REVIEW",
        "NONE, false, true, FULL_REVIEW"
    })
    void theCityReliesOnAValidCertificateOfAFirmThatMeetsTheDefinition(
            DbeReliance.Authority authority, Boolean valid, Boolean definition, String reliance) {
        var output = decide(new OfCertificate(id, authority, valid, definition));

        assertThat(output.reliance()).isEqualTo(reliance);
        Application application = steps.books.applications.get(id);
        assertThat(application.dbeCertificateAuthority()).isEqualTo(authority.name());
        assertThat(application.dbeDefinitionMet()).isEqualTo(Boolean.TRUE.equals(definition));
    }

    @Test
    void withoutEvidenceOfPastDiscriminationTheUcpReviewsInFull() {
        String draft = steps.books.draft().id();
        assertThat(decide(new OfCertificate(draft, DbeReliance.Authority.UCP, true, true))
                        .reliance())
                .isEqualTo("FULL_REVIEW");
    }

    @ParameterizedTest
    @CsvSource({"UCP, true, 0", "NONE, false, 0", "NONE, , 0", "NONE, true, 1"})
    void aValidCertificateHasAnIssuer(DbeReliance.Authority authority, Boolean valid, int problems) {
        assertThat(steps.step(CertificateVerified.class)
                        .problems(new OfCertificate(id, authority, valid, true), Steps.today()))
                .hasSize(problems)
                .allMatch(problem -> problem.contains("KCMO Code § 3-461(b)"));
    }

    @Test
    void relianceRecognizesTheFirmOnTheDayOfTheDecision() {
        steps.step(RecordReliance.class)
                .execute(new OfCertificate(id, DbeReliance.Authority.MODOT, true, true), Steps.today());

        assertThat(steps.step(DbeRecognitions.class).of(id)).singleElement().satisfies(recognition -> {
            assertThat(recognition.basis()).isEqualTo(DbeRecognition.Basis.RELIANCE);
            assertThat(recognition.authority()).isEqualTo("MODOT");
            assertThat(recognition.certified()).isTrue();
            assertThat(recognition.decidedOn()).isEqualTo(TODAY);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theResultOfTheUcpIsRecordedWithItsOwnDay(boolean certified) {
        steps.step(RecordUcpResult.class)
                .execute(new RecordUcpResult.Input(id, certified, TODAY.minusDays(9)), Steps.byTimer());

        assertThat(steps.step(DbeRecognitions.class).of(id)).singleElement().satisfies(recognition -> {
            assertThat(recognition.basis()).isEqualTo(DbeRecognition.Basis.UCP_RESULT);
            assertThat(recognition.authority()).isEqualTo("UCP");
            assertThat(recognition.certified()).isEqualTo(certified);
            assertThat(recognition.decidedOn()).isEqualTo(TODAY.minusDays(9));
        });
    }

    private DecideReliance.Output decide(OfCertificate input) {
        return steps.step(DecideReliance.class).execute(input, Steps.today());
    }
}
