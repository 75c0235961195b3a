package org.muniflow.kernel.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.PermitModule;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.StepRefused;
import org.muniflow.kernel.spi.Team;

@Tag("engine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModulesTest {

    private static final Map<String, Object> GOOD = Map.of(
            "receivedOn",
            "2026-03-02",
            "fee",
            "12.50",
            "kind",
            "SMALL",
            "tags",
            new ArrayList<>(List.of("new", "urgent")),
            "urgent",
            true,
            "pages",
            12);

    private KernelCity city;
    private ActiveModule module;

    @BeforeAll
    void install(@TempDir Path folder) {
        city = KernelCity.fresh();
        module = city.install(PermitModule.pack().into(folder));
    }

    @AfterAll
    void close() {
        city.close();
    }

    @Test
    void anInstalledModuleHandsOutWhatItDeclares() {
        assertThat(module.name()).isEqualTo("permit-office");
        assertThat(module.title()).isEqualTo("Permits");
        assertThat(module.teams()).containsExactly(new Team("permit-clerk", "Permit clerks"));
        assertThat(module.grants()).singleElement().satisfies(grant -> assertThat(grant.rights())
                .hasSize(2));
        assertThat(city.modules().owner("permit")).contains(module);
        assertThat(city.modules().find("permit-office")).contains(module);
        assertThat(module.resources("letters/")).containsExactly("letters/permit.html");
        assertThat(module.resource("letters/none.html")).isEmpty();
        assertThat(city.engine().getRepositoryService().getDeploymentResourceNames(module.deploymentId()))
                .containsExactly("permit.bpmn");
    }

    @Test
    void aClassThatIsNotExposedDoesNotExistForAModule() throws Exception {
        ClassLoader loader = module.classLoader();
        for (String hidden : List.of(
                "org.muniflow.kernel.spi.Modules",
                "org.camunda.bpm.engine.ProcessEngine",
                "org.springframework.context.ApplicationContext",
                "org.pf4j.Plugin")) {
            assertThatThrownBy(() -> loader.loadClass(hidden)).isInstanceOf(ClassNotFoundException.class);
        }
        assertThat(loader.loadClass("org.muniflow.api.law.Rule")).isSameAs(org.muniflow.api.law.Rule.class);
        assertThat(loader.getResource("application.yaml")).isNull();
        assertThat(loader.getResource("db/muniflow/V101__modules.sql")).isNull();
    }

    @Test
    void aCaseRunsToItsEndThroughTypedDelegates() {
        String id = start("PRM-1", GOOD);
        Map<String, Object> variables = city.runtime().getVariables(id);
        assertThat(variables)
                .containsEntry("dueOn", "2026-03-12")
                .containsEntry("doubleFee", "25.00")
                .containsEntry("found", "LARGE")
                .containsEntry("seen", List.of("new", "urgent"))
                .containsEntry("actor", "null")
                .containsEntry("remark", null);

        String task = task(id);
        assertThatThrownBy(() -> city.engine().getTaskService().complete(task))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessage("The form is not signed; tick 'signed' in userTask_checkForm.")
                .satisfies(failure -> assertThat(StepRefused.in(failure)).isPresent());
        assertThatThrownBy(() -> city.engine().getTaskService().complete(task, Map.of("signed", "yes")))
                .hasMessage("Variable 'signed' of case PRM-1 at 'userTask_checkForm' (process permit) holds a String"
                        + " that is not true or false, as Form needs.");
        city.engine().getTaskService().complete(task, Map.of("signed", true));

        assertThat(ended(id).getEndActivityId()).isEqualTo("endEvent_issued");
    }

    @Test
    void aBusinessErrorTakesItsBoundaryEvent() {
        String id = start("PRM-2", with("weight", 101L));
        assertThat(ended(id).getEndActivityId()).isEqualTo("endEvent_refused");
    }

    @Test
    void theMessageNamesEveryMissingAndIllTypedVariable() {
        Map<String, Object> bad = new HashMap<>(GOOD);
        bad.remove("fee");
        bad.put("receivedOn", "02.03.2026");
        bad.put("kind", "HUGE");
        bad.put("pages", 3_000_000_000L);
        bad.put("tags", List.of());
        assertThatThrownBy(() -> start("PRM-3", bad))
                .hasMessageContaining("Variable 'receivedOn' of case PRM-3 at 'serviceTask_weighApplication' (process"
                        + " permit) holds a String that is not a date as text such as '2026-03-02', as Asked needs.")
                .hasMessageContaining("Variable 'fee' of case PRM-3 at 'serviceTask_weighApplication' (process"
                        + " permit) is missing; Asked needs a decimal number as text such as '12.50'.")
                .hasMessageContaining("is not one of [SMALL, LARGE]")
                .hasMessageContaining("holds a Long that is not a whole number");
    }

    @Test
    void aCaseWithoutNumberIsRefused() {
        assertThatThrownBy(() -> city.runtime().startProcessInstanceByKey("permit", GOOD))
                .hasMessageContaining("The case of process permit has no case number");
    }

    @Test
    void theSameJarAgainChangesNothing(@TempDir Path folder) {
        Path again = PermitModule.pack().into(folder);
        assertThat(city.install(again).deploymentId()).isEqualTo(module.deploymentId());
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> variables = new HashMap<>(GOOD);
        variables.put(name, value);
        return variables;
    }

    private String start(String number, Map<String, Object> variables) {
        return city.runtime()
                .startProcessInstanceByKey("permit", number, variables)
                .getId();
    }

    private String task(String id) {
        return city.engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(id)
                .singleResult()
                .getId();
    }

    private HistoricProcessInstance ended(String id) {
        return city.history()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .finished()
                .singleResult();
    }
}
