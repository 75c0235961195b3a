package org.muniflow.kernel.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.muniflow.api.law.Rules;
import org.muniflow.api.page.Rejected;

/**
 * The rules of all running modules, each answered by the version that speaks for its department or, when that one does not
 * know it, by the newest other version that runs. Call this; it is a Spring bean.
 */
public interface RuleRegistry extends Rules {

    /**
     * Lists the rules.
     *
     * @return the rules, ordered by id
     */
    List<RuleDescription> list();

    /**
     * Describes a rule.
     *
     * @param id the rule's id
     * @return the description, or empty when no running module offers the rule
     */
    Optional<RuleDescription> find(String id);

    /**
     * Asks a rule with JSON.
     *
     * @param id the rule's id
     * @param facts the facts as a JSON object
     * @return {@code {ruleId, outcome, value, reasons: [{code, text, cites}], cites}}
     * @throws Rejected when a fact is unknown, missing or wrong; field by field
     * @throws IllegalArgumentException when no running module offers the rule
     */
    JsonNode decide(String id, JsonNode facts) throws Rejected;
}
