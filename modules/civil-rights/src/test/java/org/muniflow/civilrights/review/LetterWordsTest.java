package org.muniflow.civilrights.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muniflow.api.time.Days;
import org.muniflow.api.time.Period;
import org.muniflow.civilrights.file.DocumentType;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.standing.ReasonCode;

class LetterWordsTest {

    private static final String NONE = "not translated";

    @Test
    void everyGroundDocumentAndProgramHasItsWordsInSpanish() {
        Stream.of(ReasonCode.values(), DocumentType.values(), Program.values())
                .flatMap(Stream::of)
                .forEach(code -> assertThat(LetterWords.of(code, NONE, "es"))
                        .as(code.name())
                        .isNotBlank()
                        .isNotEqualTo(NONE));
    }

    @Test
    void aPeriodIsSaidInTheLettersLanguage() {
        Period twenty = new Period(20, Days.BUSINESS_DAYS);

        assertThat(LetterWords.period(twenty, "en")).isEqualTo("20 business days");
        assertThat(LetterWords.period(twenty, "es")).isEqualTo("20 días hábiles");
        assertThat(LetterWords.of(Program.MBE, "Minority", "fr")).isEqualTo("Minority");
    }
}
