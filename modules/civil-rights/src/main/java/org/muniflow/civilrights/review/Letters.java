package org.muniflow.civilrights.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Notice;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.casework.Notices;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.civilrights.file.Firm;

/** Writes the department's letters to firms. */
public final class Letters {

    private final Notices notices;

    /**
     * Opens the outbox.
     *
     * @param notices the outbox
     */
    public Letters(Notices notices) {
        this.notices = notices;
    }

    /** The values of a letter; what is not known is left out. Every letter names the firm. */
    public static final class Data {

        private final Map<String, Object> values = new LinkedHashMap<>();

        Data(Firm firm) {
            values.put("firmName", firm.legalName());
        }

        /**
         * Adds a value.
         *
         * @param name the name that the letter uses
         * @param value the value; null to leave it out
         * @return this
         */
        public Data with(String name, @Nullable Object value) {
            if (value != null) {
                values.put(name, value);
            }
            return this;
        }
    }

    /**
     * Begins the values of a letter to a firm.
     *
     * @param firm the firm
     * @return the values, with the firm's name
     */
    public static Data to(Firm firm) {
        return new Data(firm);
    }

    /**
     * Sends a letter to a firm.
     *
     * @param context the step that sends it
     * @param letterKey the letter
     * @param subject its subject
     * @param channel how it travels
     * @param firm the firm
     * @param data its values
     * @param cites the sections on which it rests
     * @param clockOnReceipt the clock that its receipt starts; null if none
     */
    public void send(
            CaseContext context,
            String letterKey,
            String subject,
            Channel channel,
            Firm firm,
            Data data,
            String cites,
            @Nullable String clockOnReceipt) {
        notices.send(new Notice(
                context.caseNumber(),
                letterKey,
                subject + ": " + firm.legalName(),
                channel,
                new Notice.Addressee(firm.legalName(), firm.mailingAddress(), firm.email(), context.caseNumber()),
                data.values,
                cites,
                clockOnReceipt,
                firm.letterLanguage()));
    }
}
