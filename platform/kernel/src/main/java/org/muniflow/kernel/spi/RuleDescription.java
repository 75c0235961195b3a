package org.muniflow.kernel.spi;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What may be known of a rule without asking it.
 *
 * @param id the rule's id, for example {@code R-230}
 * @param title what it decides
 * @param cites the section of law
 * @param module the module that offers it
 * @param version the version of the module that answers
 * @param inputSchema the JSON Schema of the facts
 * @param outputSchema the JSON Schema of the computed value
 */
public record RuleDescription(
        String id,
        String title,
        String cites,
        String module,
        String version,
        JsonNode inputSchema,
        JsonNode outputSchema) {}
