package org.muniflow.api.casework;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A letter to be sent: rendered at once from {@code letters/<letterKey>.html} of the sending module into a tagged PDF,
 * and put into the outbox in the step's transaction. The text in another language is
 * {@code letters/<letterKey>.<language>.html}; where the module has none, the English one is sent and the journal says so.
 *
 * @param caseNumber the case that sends it
 * @param letterKey the template's file name without extension, for example {@code certification-denial}
 * @param subject one line for lists, in plain words, without personal data beyond the addressee's name
 * @param channel how it travels
 * @param to the addressee
 * @param data the template's values by name: strings, numbers, booleans, dates, lists and maps of these; dates print in
 *     words. The platform adds {@code caseNumber}, {@code today}, {@code to} and {@code city}
 * @param cites the sections on which the notice rests
 * @param clockOnReceipt the clock that the addressee's receipt starts, for example {@code C-105}; null if none
 * @param language the language in which the addressee wants letters, two or three small letters, for example {@code es}
 */
public record Notice(
        String caseNumber,
        String letterKey,
        String subject,
        Channel channel,
        Addressee to,
        Map<String, ?> data,
        String cites,
        @Nullable String clockOnReceipt,
        String language) {

    /** The language of a letter for which no other was asked. */
    public static final String ENGLISH = "en";

    /**
     * Makes a notice in English.
     *
     * @param caseNumber the case that sends it
     * @param letterKey the template
     * @param subject one line for lists
     * @param channel how it travels
     * @param to the addressee
     * @param data the template's values by name
     * @param cites the sections on which the notice rests
     * @param clockOnReceipt the clock that the addressee's receipt starts; null if none
     */
    public Notice(
            String caseNumber,
            String letterKey,
            String subject,
            Channel channel,
            Addressee to,
            Map<String, ?> data,
            String cites,
            @Nullable String clockOnReceipt) {
        this(caseNumber, letterKey, subject, channel, to, data, cites, clockOnReceipt, ENGLISH);
    }

    /** How a notice travels. */
    public enum Channel {
        /** Certified mail with return receipt; its receipt date may start clocks. */
        CERTIFIED_MAIL,
        /** Ordinary mail. */
        MAIL,
        /** E-mail with the letter attached. */
        ELECTRONIC
    }

    /**
     * To whom a notice goes.
     *
     * @param name the name on the envelope
     * @param address the postal address in lines; may be empty for {@link Channel#ELECTRONIC}
     * @param email the e-mail address; required for {@link Channel#ELECTRONIC}
     * @param inbox the number of the case whose access code the addressee was given: the letter is shown in that case's
     *     portal inbox too. Null if the addressee has none; name it only when the addressee is who sent the application
     */
    public record Addressee(
            String name,
            List<String> address,
            @Nullable String email,
            @Nullable String inbox) {

        /**
         * Makes an addressee without a portal inbox.
         *
         * @param name the name on the envelope
         * @param address the postal address in lines
         * @param email the e-mail address; null if none
         */
        public Addressee(String name, List<String> address, @Nullable String email) {
            this(name, address, email, null);
        }
    }
}
