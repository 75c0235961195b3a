package org.muniflow.api.law;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Why a rule answered as it did: a stable code for machines, a sentence for people, and the section.
 *
 * @param code the reason code of the module, for example {@code OWNERSHIP_BELOW_51}; not empty
 * @param text one plain sentence with the figures that mattered; not empty
 * @param cites the section of law, in canonical spelling; several are separated by {@code "; "}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reason(String code, String text, String cites) {

    /**
     * Makes a reason for one section.
     *
     * @param code the reason code
     * @param text the sentence
     * @param cites the section
     * @return the reason
     */
    public static Reason of(String code, String text, Citation cites) {
        return new Reason(code, text, cites.toString());
    }
}
