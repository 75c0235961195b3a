package org.muniflow.server.law;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.muniflow.casework.department.Department;
import org.muniflow.casework.department.Departments;
import org.muniflow.kernel.spi.RuleDescription;
import org.muniflow.kernel.spi.RuleRegistry;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The city's rules: what there is, what each wants to know, and its answer with reasons and sections. */
@RestController
@RequestMapping("/api/rules")
final class RulesRest {

    private final RuleRegistry rules;
    private final Departments departments;

    RulesRest(RuleRegistry rules, Departments departments) {
        this.rules = rules;
        this.departments = departments;
    }

    @GetMapping
    List<RuleDescription> list() {
        return rules.list();
    }

    @GetMapping("/{ruleId}")
    RuleDescription describe(@PathVariable String ruleId) {
        return rules.find(ruleId).orElseThrow(() -> unknown(ruleId));
    }

    @PostMapping("/{ruleId}")
    JsonNode decide(@PathVariable String ruleId, @RequestBody JsonNode facts) {
        if (rules.find(ruleId).isEmpty()) {
            throw unknown(ruleId);
        }
        if (!facts.isObject()) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "Send the facts as one JSON object; GET /api/rules/" + ruleId + " shows its fields.");
        }
        return rules.decide(ruleId, facts);
    }

    private Refusal unknown(String ruleId) {
        return departments
                .offering(Department.Offer.Kind.RULE, ruleId)
                .map(department -> departments.standing(department.module().name()))
                .filter(standing -> !standing.runs())
                .map(standing -> new Refusal(HttpStatus.valueOf(standing.status()), standing.sentence()))
                .orElseGet(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        "No active module offers the rule " + ruleId + "; GET /api/rules lists them."));
    }
}
