package org.muniflow.kernel.rules;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.DecisionTables;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.kernel.spi.Ruling;

/**
 * Evaluates the decision tables in modules' jars, for each version those of its own jar; they are parsed at their first use
 * and kept while the version runs.
 */
final class ModuleTables implements ModuleListener {

    private final DmnEngine engine;
    private final Supplier<Modules> modules;
    private final Map<ModuleId, Map<String, Table>> parsed = new ConcurrentHashMap<>();
    private final ThreadLocal<@Nullable DmnDecisionTableEvaluationEvent> last = new ThreadLocal<>();

    private record Table(DmnDecision decision, Map<String, String> citesByRow) {}

    private final Consumer<Ruling> heard;

    ModuleTables(DmnEngineConfiguration configuration, Supplier<Modules> modules, Consumer<Ruling> heard) {
        this.heard = heard;
        configuration.getCustomPostDecisionTableEvaluationListeners().add(last::set);
        this.engine = configuration.buildEngine();
        this.modules = modules;
    }

    DecisionTables of(ModuleId module) {
        return (decisionKey, inputs) -> evaluate(module, decisionKey, inputs);
    }

    @Override
    public void started(ActiveModule module) {
        parsed.remove(module.id());
    }

    @Override
    public void stopped(ActiveModule module) {
        parsed.remove(module.id());
    }

    private List<Map<String, Object>> evaluate(ModuleId module, String key, Map<String, ?> inputs) {
        Table table = parsed.computeIfAbsent(module, this::parse).get(key);
        if (table == null) {
            throw new IllegalArgumentException(
                    words(module) + " has no decision table '" + key + "' in bpmn/; check the decision's id");
        }
        try {
            engine.evaluateDecisionTable(table.decision(), new LinkedHashMap<String, Object>(inputs));
            DmnDecisionTableEvaluationEvent event = last.get();
            if (event == null) {
                return List.of();
            }
            heard.accept(ruling(module, table, event, inputs));
            return rows(event, table);
        } catch (DmnEngineException e) {
            throw new IllegalArgumentException(
                    "Decision '" + key + "' of module " + module.name() + " " + module.version()
                            + " cannot be evaluated: " + e.getMessage(),
                    e);
        } finally {
            last.remove();
        }
    }

    private static Ruling ruling(
            ModuleId module, Table table, DmnDecisionTableEvaluationEvent event, Map<String, ?> inputs) {
        String name = table.decision().getName();
        return new Ruling(
                module,
                table.decision().getKey(),
                name == null ? "" : name,
                "",
                event.getMatchingRules().stream()
                        .map(rule -> new Ruling.Fired(
                                rule.getId(), answer(rule), table.citesByRow().getOrDefault(rule.getId(), "")))
                        .toList(),
                "",
                new LinkedHashMap<>(inputs),
                null);
    }

    private static String answer(DmnEvaluatedDecisionRule rule) {
        return rule.getOutputEntries().entrySet().stream()
                .map(output ->
                        output.getKey() + ": " + output.getValue().getValue().getValue())
                .collect(Collectors.joining("; "));
    }

    private static List<Map<String, Object>> rows(DmnDecisionTableEvaluationEvent event, Table table) {
        if (event.getCollectResultName() != null && event.getCollectResultValue() != null) {
            return List.of(Map.of(
                    event.getCollectResultName(), event.getCollectResultValue().getValue()));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (DmnEvaluatedDecisionRule rule : event.getMatchingRules()) {
            Map<String, Object> row = new LinkedHashMap<>();
            rule.getOutputEntries()
                    .forEach((name, output) -> row.put(name, output.getValue().getValue()));
            String cites = table.citesByRow().get(rule.getId());
            if (cites != null) {
                row.putIfAbsent("cites", cites);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String words(ModuleId module) {
        return "Module " + module.name() + " " + module.version();
    }

    private Map<String, Table> parse(ModuleId id) {
        ActiveModule module = modules.get()
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException(words(id) + " does not run; start it first"));
        Map<String, Table> tables = new LinkedHashMap<>();
        for (String path : module.resources("bpmn/")) {
            if (path.endsWith(".dmn")) {
                byte[] bytes = module.resource(path).orElseThrow();
                Map<String, String> cites = RowCites.read(bytes);
                for (DmnDecision decision : engine.parseDecisions(new ByteArrayInputStream(bytes))) {
                    tables.put(decision.getKey(), new Table(decision, cites));
                }
            }
        }
        return tables;
    }
}
