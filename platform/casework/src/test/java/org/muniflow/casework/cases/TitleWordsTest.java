package org.muniflow.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleWordsTest {

    @ParameterizedTest
    @CsvSource({
        "ortega,true",
        "ORT,true",
        "ortega mar,true",
        "maria o,true",
        "mar ortega,false",
        "tega,false",
        "ortega smith,false",
        "11-b,true",
        "'(11)',true",
        "'!?',false"
    })
    void aTitleHasAllWordsAndTheLastMayBeTheBeginningOfOne(String text, boolean found) {
        assertThat(TitleWords.of(text).match("Objection of Maria Ortega, flat 11/B"))
                .isEqualTo(found);
    }

    @Test
    void signsOfPatternsAndQueriesAreNoneOfTheWords() {
        TitleWords words = TitleWords.of("  it's a [.*] 'need:*' & \\ | (x)  ");
        assertThat(words.words()).containsExactly("it", "s", "a", "need", "x");
        assertThat(words.query()).isEqualTo("'it' & 's' & 'a' & 'need' & 'x':*");
    }

    @Test
    void wordsOfEveryAlphabetAreWords() {
        assertThat(TitleWords.of("Café Ñandú").match("The café ñandú, Inc.")).isTrue();
    }
}
