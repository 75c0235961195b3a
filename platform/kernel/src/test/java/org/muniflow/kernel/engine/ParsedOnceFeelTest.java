package org.muniflow.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;
import org.junit.jupiter.api.Test;

class ParsedOnceFeelTest {

    @Test
    void anExpressionIsParsedOnce() {
        var mappers = new CompositeValueMapper(camundajar.impl.scala.jdk.javaapi.CollectionConverters.asScala(
                        java.util.List.<org.camunda.feel.valuemapper.CustomValueMapper>of(new JavaValueMapper()))
                .toList());
        var parser =
                new ParsedOnceFeel.CachingParser(new CustomFunctionTransformer(java.util.List.of(), mappers), mappers);
        assertThat(parser.parseUnaryTests("< 10")).isSameAs(parser.parseUnaryTests("< 10"));
        assertThat(parser.parseExpression("size + 1")).isSameAs(parser.parseExpression("size + 1"));
    }

    @Test
    void tablesAnswerAsBefore() {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(new ParsedOnceFeel());
        DmnEngine engine = configuration.buildEngine();
        InputStream table = getClass().getResourceAsStream("/models/fee.dmn");
        var decision = engine.parseDecision("permit-fee", table);
        for (int size = 0; size < 20; size++) {
            assertThat(engine.evaluateDecisionTable(decision, Map.of("size", size))
                            .getSingleResult()
                            .<Integer>getEntry("fee"))
                    .isEqualTo(size < 10 ? 50 : 200);
        }
    }
}
