package org.muniflow.portal.inbox;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of the inbox in a language of the portal. */
final class InboxWords {

    private static final Control NO_OTHER = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final String language;
    private final ResourceBundle words;
    private final DateTimeFormatter day;

    private InboxWords(String language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "portal/inbox", Locale.forLanguageTag(language), InboxWords.class.getClassLoader(), NO_OTHER);
        this.day = DateTimeFormatter.ofPattern(of("day"), Locale.forLanguageTag(language + "-US"));
    }

    /** Returns the words of a language; English for one that the portal does not speak. */
    static InboxWords in(String language) {
        return new InboxWords(language.equals("es") ? "es" : "en");
    }

    public String language() {
        return language;
    }

    /** Returns the words for a key. */
    public String of(String key) {
        return words.getString(key);
    }

    /** Returns a date in words. */
    public String day(LocalDate date) {
        return day.format(date);
    }
}
