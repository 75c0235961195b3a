package org.muniflow.casework.notice;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;

/** The words around a letter's text, in the letter's language; English where the city has no others. */
final class FrameWords {

    private static final Control NO_OTHER = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private FrameWords() {}

    /**
     * Returns the words of a language.
     *
     * @param language the language, for example {@code es}
     * @return the words by key
     */
    static Map<String, String> of(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "letter/words", Locale.forLanguageTag(language), FrameWords.class.getClassLoader(), NO_OTHER);
        Map<String, String> words = new TreeMap<>();
        bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
        return words;
    }
}
