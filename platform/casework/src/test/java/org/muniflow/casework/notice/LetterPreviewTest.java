package org.muniflow.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterPreviewTest {

    private static final City CITY =
            new City("City of Kansas City, Missouri", List.of("414 E. 12th Street"), "", "n@c.example");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);

    static List<String> keys() {
        return CivilRightsLetters.keys()
                .flatMap(key -> List.of(key, key + ".es").stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyLetterShowsItselfOnItsOwnSamples(String file) {
        LetterPreview preview = preview(file, Set.of(), Map.of());

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.body())
                .contains(file.endsWith(".es") ? "Empresa de Ejemplo LLC" : "Sample Firm LLC")
                .doesNotContain("${", "th:");
    }

    @Test
    void whatIsLeftOutAndNeededIsListed() {
        LetterPreview preview = preview("denial", Set.of("firmName", "appealPeriod", "barredUntil"), Map.of());

        assertThat(preview.body()).isNull();
        assertThat(preview.problems())
                .containsExactly(
                        "'firmName' is missing (text)", "'appealPeriod' is missing (text), since appealRoute is CITY");
        assertThat(preview("denial", Set.of("appealPeriod"), Map.of("appealRoute", "UCP"))
                        .problems())
                .isEmpty();
    }

    @Test
    void theSampleOfAChoiceIsOneOfItsWordsAndAnotherCanBeChosen() {
        assertThat(preview("denial", Set.of(), Map.of()).body()).contains("A neutral hearing officer");
        assertThat(preview("denial", Set.of(), Map.of("appealRoute", "NONE")).body())
                .contains("cannot be reconsidered or appealed")
                .doesNotContain("hearing officer");
        assertThat(preview("denial", Set.of(), Map.of("appealRoute", "<b>")).body())
                .contains("A neutral hearing officer");
        assertThat(preview("denial", Set.of(), Map.of()).values())
                .filteredOn(value -> !value.choices().isEmpty())
                .singleElement()
                .satisfies(value -> assertThat(value.choices()).containsExactly("CITY", "UCP", "NONE"));
    }

    @Test
    void datesOfSamplesAreReadInTheLettersLanguage() {
        assertThat(preview("withdrawal-refused.es", Set.of(), Map.of()).body())
                .contains("20 de enero de 2026", "12 de enero de 2026");
    }

    private static LetterPreview preview(String file, Set<String> without, Map<String, String> chosen) {
        return LetterPreview.of(
                new Letters(CITY),
                CivilRightsLetters.sender(),
                file.replace(".es", ""),
                CivilRightsLetters.read(file).orElseThrow(),
                file.endsWith(".es") ? "es" : "en",
                without,
                chosen,
                TODAY);
    }
}
