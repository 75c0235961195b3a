package org.muniflow.kernel.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.muniflow.api.law.Citation;
import org.muniflow.api.law.Reason;
import org.muniflow.api.law.Rule;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.api.page.Rejected;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.RuleDescription;
import org.muniflow.kernel.spi.RuleRegistry;
import org.muniflow.kernel.spi.Ruling;
import org.muniflow.kernel.spi.RunningVersions;

/**
 * Keeps the rules of running modules. A rule is answered by the version that speaks for its department; one that only other
 * running versions know, by the newest of those, since their cases still ask for it.
 */
final class RuleBook implements RuleRegistry, ModuleListener {

    private static final TypeReference<Map<String, Object>> NAMED = new TypeReference<>() {};

    private final RunningVersions<List<Entry>> offered = new RunningVersions<>();
    private final Consumer<Ruling> heard;
    private volatile Map<String, Entry> entries = Map.of();

    RuleBook(Consumer<Ruling> heard) {
        this.heard = heard;
    }

    private record Entry(Rule<?, ?> rule, ActiveModule module, RuleDescription description) {}

    @Override
    public void check(ActiveModule module, Consumer<String> problems) {
        Set<String> seen = new HashSet<>();
        for (Rule<?, ?> rule : rules(module)) {
            if (!seen.add(rule.id())) {
                problems.accept("Two rules have the id " + rule.id() + "; give each its own.");
            }
            offeredByOthers(rule.id(), module)
                    .ifPresent(other -> problems.accept("Rule " + rule.id() + " is offered by module " + other.name()
                            + " " + other.version() + " already; rule ids are unique in the city."));
        }
    }

    private Optional<ActiveModule> offeredByOthers(String ruleId, ActiveModule module) {
        return offered.all().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(entry -> entry.rule().id().equals(ruleId))
                .map(Entry::module)
                .filter(other -> !other.name().equals(module.name()))
                .findFirst();
    }

    @Override
    public synchronized void started(ActiveModule module) {
        RuleSchemas schemas = new RuleSchemas(module.json());
        List<Entry> own = new ArrayList<>();
        for (Rule<?, ?> rule : rules(module)) {
            RuleDescription description = new RuleDescription(
                    rule.id(),
                    rule.title(),
                    rule.cites().toString(),
                    module.name(),
                    module.version(),
                    schemas.input(rule),
                    schemas.value(rule));
            own.add(new Entry(rule, module, description));
        }
        offered.started(module.id(), own);
        index();
    }

    @Override
    public synchronized void speaks(ActiveModule module) {
        offered.speaks(module.id());
        index();
    }

    @Override
    public synchronized void stopped(ActiveModule module) {
        offered.stopped(module.id());
        index();
    }

    private void index() {
        Map<String, Entry> answering = new TreeMap<>();
        for (List<List<Entry>> versions : offered.all()) {
            versions.forEach(rules ->
                    rules.forEach(entry -> answering.putIfAbsent(entry.rule().id(), entry)));
        }
        entries = answering;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Rule<?, ?>> rules(ActiveModule module) {
        return (List) module.components(Rule.class);
    }

    @Override
    public List<RuleDescription> list() {
        return entries.values().stream().map(Entry::description).toList();
    }

    @Override
    public Optional<RuleDescription> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::description);
    }

    @Override
    public JsonNode decide(String id, JsonNode facts) {
        Entry entry = entry(id);
        RuleOutcome<?> outcome = decide(entry.rule(), entry.module(), facts);
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode answer = json.objectNode();
        answer.put("ruleId", id);
        answer.put("outcome", outcome.outcome());
        answer.set("value", entry.module().json().valueToTree(outcome.value()));
        var reasons = answer.putArray("reasons");
        for (Reason reason : outcome.reasons()) {
            reasons.addObject()
                    .put("code", reason.code())
                    .put("text", reason.text())
                    .put("cites", reason.cites());
        }
        answer.put("cites", entry.description().cites());
        return answer;
    }

    @Override
    public RuleOutcome<Object> ask(String ruleId, Map<String, ?> facts) {
        Entry entry = entry(ruleId);
        try {
            RuleOutcome<?> outcome =
                    decide(entry.rule(), entry.module(), entry.module().json().valueToTree(facts));
            heard.accept(ruling(entry, outcome, facts));
            return new RuleOutcome<>(outcome.outcome(), plain(entry.module(), outcome.value()), outcome.reasons());
        } catch (Rejected rejected) {
            throw new IllegalArgumentException(
                    "Rule " + ruleId + " cannot decide: "
                            + rejected.problems().stream()
                                    .map(problem -> problem.field() + ": " + problem.message())
                                    .collect(Collectors.joining("; ")),
                    rejected);
        }
    }

    @Override
    public <I extends Record, O> RuleOutcome<O> ask(Rule<I, O> rule, I facts) {
        RuleOutcome<O> outcome = rule.decide(facts);
        offered.all().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(entry -> entry.rule() == rule)
                .findFirst()
                .ifPresent(entry -> heard.accept(
                        ruling(entry, outcome, entry.module().json().convertValue(facts, NAMED))));
        return outcome;
    }

    private static Ruling ruling(Entry entry, RuleOutcome<?> outcome, Map<String, ?> facts) {
        Citation confidential = entry.rule().confidentialUnder();
        return new Ruling(
                entry.module().id(),
                entry.rule().id(),
                entry.rule().title(),
                outcome.outcome(),
                outcome.reasons().stream()
                        .map(reason -> new Ruling.Fired(reason.code(), reason.text(), reason.cites()))
                        .toList(),
                entry.rule().cites().toString(),
                facts,
                confidential == null ? null : confidential.toString());
    }

    private Entry entry(String id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException(
                    "No active module offers rule '" + id + "'. Check the id, or start the module that offers it.");
        }
        return entry;
    }

    private static <I extends Record, O> RuleOutcome<O> decide(Rule<I, O> rule, ActiveModule module, JsonNode facts) {
        return rule.decide(new Facts(module.json(), module.validator()).read(facts, rule.input()));
    }

    @SuppressWarnings("NullAway") // a rule may compute no value
    private static Object plain(ActiveModule module, @org.jspecify.annotations.Nullable Object value) {
        return value == null ? null : module.json().convertValue(value, Object.class);
    }
}
