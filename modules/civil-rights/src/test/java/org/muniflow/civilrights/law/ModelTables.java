package org.muniflow.civilrights.law;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.muniflow.api.law.DecisionTables;

/** The module's real decision tables, evaluated by the real decision engine without a city around it. */
public final class ModelTables implements DecisionTables {

    /** The tables. */
    public static final ModelTables OF_THE_MODULE = new ModelTables();

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private ModelTables() {}

    @Override
    public List<Map<String, Object>> evaluate(String decisionKey, Map<String, ?> inputs) {
        InputStream model = ModelTables.class.getResourceAsStream("/bpmn/" + decisionKey + ".dmn");
        var decision = engine.parseDecision(decisionKey, model);
        List<Map<String, Object>> rows = new ArrayList<>();
        engine.evaluateDecisionTable(decision, new HashMap<>(inputs))
                .getResultList()
                .forEach(row -> rows.add(new HashMap<>(row)));
        return rows;
    }
}
