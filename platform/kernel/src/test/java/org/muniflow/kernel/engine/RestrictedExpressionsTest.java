package org.muniflow.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.PermitModule;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestrictedExpressionsTest {

    private KernelCity city;
    private String open;

    @BeforeAll
    void boot(@TempDir Path folder) {
        city = KernelCity.fresh();
        city.install(PermitModule.pack().into(folder));
        open = city.runtime()
                .startProcessInstanceByKey(
                        "permit",
                        "PRM-1",
                        Map.of(
                                "receivedOn", "2026-03-02",
                                "fee", "1",
                                "kind", "SMALL",
                                "urgent", true,
                                "pages", 3L,
                                "firm", "Acme",
                                "tags", new ArrayList<>(List.of("a", "b"))))
                .getId();
    }

    @AfterAll
    void close() {
        city.close();
    }

    private Object value(String expression) {
        ProcessEngineConfigurationImpl engine =
                (ProcessEngineConfigurationImpl) city.engine().getProcessEngineConfiguration();
        return engine.getCommandExecutorTxRequired().execute(context -> engine.getExpressionManager()
                .createExpression(expression)
                .getValue(context.getExecutionManager().findExecutionById(open)));
    }

    @Test
    void variablesPlatformBeansAndPlainValuesAreSeen() {
        assertThat(value("${firm}")).isEqualTo("Acme");
        assertThat(value("${greetings.to(firm)}")).isEqualTo("Hello Acme");
        assertThat(value("${firm.length() > 3 && pages == 3}")).isEqualTo(true);
        assertThat(value("${tags[1]}")).isEqualTo("b");
        assertThat(value("${tags.contains('a') && tags.size() == 2}")).isEqualTo(true);
        assertThat(value("${execution.getVariable('firm')}")).isEqualTo("Acme");
        assertThat(value("${execution.hasVariable('nothing')}")).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${firm.class}",
                "${firm['class']}",
                "${''.getClass().forName('java.lang.Runtime').getMethods()[0].name}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngineServices}",
                "${execution.processEngine.runtimeService}",
                "${greetings.getClass().getClassLoader()}",
                "${execution.setVariable('firm', 'Other')}",
                "${execution.bpmnModelInstance}",
                "${tags.add('c')}",
                "${tags.stream()}",
                "${dataSource}",
                "${environment.systemProperties}",
                "${modules.active()}",
                "${nobody}"
            })
    void everyOtherWayIsRefused(String expression) {
        assertThatThrownBy(() -> value(expression)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void theRefusalNamesTheExpressionAndTheWord() {
        assertThatThrownBy(() -> value("${firm.getClass()}"))
                .hasMessageContaining("${firm.getClass()}")
                .hasMessageContaining("'getClass' is not allowed in an expression");
    }
}
