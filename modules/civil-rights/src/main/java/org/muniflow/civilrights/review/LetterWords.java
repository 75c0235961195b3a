package org.muniflow.civilrights.review;

import java.util.Locale;
import java.util.ResourceBundle;
import org.muniflow.api.time.Period;

/** The department's own words in the language of a letter. What is not translated stays in English. */
public final class LetterWords {

    private static final String ENGLISH = "en";

    private LetterWords() {}

    /**
     * Returns the words for a code.
     *
     * @param code the code, for example a ground of a denial
     * @param english its words in English
     * @param language the letter's language
     * @return the words
     */
    public static String of(Enum<?> code, String english, String language) {
        return word(code.getDeclaringClass().getSimpleName() + "." + code.name(), english, language);
    }

    /**
     * Returns a period in words.
     *
     * @param period the period
     * @param language the letter's language
     * @return for example {@code 20 business days} or {@code 20 días hábiles}
     */
    public static String period(Period period, String language) {
        String english = period.toString();
        int space = english.indexOf(' ');
        String unit = english.substring(space + 1);
        return english.substring(0, space + 1) + word("unit." + unit.replace(' ', '-'), unit, language);
    }

    private static String word(String key, String english, String language) {
        if (language.equals(ENGLISH)) {
            return english;
        }
        ResourceBundle words = ResourceBundle.getBundle(
                "letter-words", Locale.forLanguageTag(language), LetterWords.class.getClassLoader());
        return words.containsKey(key) ? words.getString(key) : english;
    }
}
