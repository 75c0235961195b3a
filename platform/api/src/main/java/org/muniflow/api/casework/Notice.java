package org.muniflow.api.casework;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A letter to be sent: rendered at once from {@code letters/<letterKey>.html} of the sending module into a tagged PDF,
 * and put into the outbox in the step's transaction.
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
 */
public record Notice(
        String caseNumber,
        String letterKey,
        String subject,
        Channel channel,
        Addressee to,
        Map<String, ?> data,
        String cites,
        @Nullable String clockOnReceipt) {

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
     */
    public record Addressee(
            String name, List<String> address, @Nullable String email) {}
}
