package org.muniflow.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.kernel.KernelCity;
import org.muniflow.kernel.ModulePack;
import org.muniflow.kernel.TestServer;
import org.muniflow.kernel.TwoOffices;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Models that people deploy for a version that runs. */
@Tag("engine")
class PublicationTest {

    private static final ModuleId ONE = new ModuleId("yard-office", "1.0.0");
    private static final ModuleId TWO = new ModuleId("yard-office", "2.0.0");
    private static final String EDITED = TwoOffices.YARD.replace("name=\"Sign\"", "name=\"Sign twice\"");

    private final DataSource database = TestServer.database();

    @TempDir
    private Path folder;

    private KernelCity city;

    @BeforeEach
    void boot() {
        city = KernelCity.working(database);
        city.install(TwoOffices.yard().into(folder));
        grant(Resources.DEPLOYMENT);
        grant(Resources.PROCESS_DEFINITION);
    }

    private void grant(Resources resource) {
        var authorizations = city.engine().getAuthorizationService();
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId("ana");
        grant.setResource(resource);
        grant.setResourceId("*");
        grant.addPermission(Permissions.ALL);
        authorizations.saveAuthorization(grant);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void anAnalystsModelTakesTheNewCasesAndTheRunningOnesStayOnTheirsAlsoAfterARestart() {
        start("YRD-1");
        String published = deploy(EDITED).getId();
        start("YRD-2");
        assertThat(city.awaitTask("YRD-1").getName()).isEqualTo("Sign");
        assertThat(city.awaitTask("YRD-2").getName()).isEqualTo("Sign twice");
        assertThat(rows())
                .containsExactly(
                        tuple("yard-office", "1.0.0", "MODULE", "admin"),
                        tuple("yard-office", "1.0.0", "PUBLICATION", "ana"));

        city.close();
        city = KernelCity.working(database);
        city.operations().startAll();
        assertThat(city.bean(ServedDeployments.class).server(published)).contains(ONE);
        assertThat(city.engine().getManagementService().getRegisteredDeployments())
                .contains(published);
        assertThat(rows()).as("nothing is deployed again").hasSize(2);
        start("YRD-3");
        assertThat(city.awaitTask("YRD-3").getName()).isEqualTo("Sign twice");
        for (String number : List.of("YRD-1", "YRD-2", "YRD-3")) {
            city.engine().getTaskService().complete(city.awaitTask(number).getId());
            city.awaitEnd(number);
        }
    }

    @Test
    void aPublicationIsForTheVersionThatTakesTheNewCasesOnly() {
        start("YRD-1");
        Task old = city.awaitTask("YRD-1");
        city.install(newer().into(folder));
        String published = deploy(EDITED).getId();
        assertThat(city.bean(ServedDeployments.class).server(published)).contains(TWO);
        start("YRD-2");
        assertThat(city.awaitTask("YRD-2").getName()).isEqualTo("Sign twice");

        city.engine().getTaskService().complete(old.getId());
        city.awaitEnd("YRD-1");
    }

    @Test
    void whileNoVersionTakesNewCasesNothingIsPublished() {
        city.operations().drain(ONE, "ada");
        assertThatThrownBy(() -> deploy(EDITED))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("No version of module yard-office takes new cases now. Activate one");
        assertThatThrownBy(() -> city.operations().publish("yard-office", edited(), "ana"))
                .isInstanceOf(ModuleRefused.class);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void aRefusedOrRolledBackDeploymentLeavesNothing() {
        assertThatThrownBy(() -> deploy(EDITED.replace("${weigh}", "${weight}")))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("Module yard-office offers no delegate 'weight'; it offers haul, weigh.");
        String[] gone = new String[1];
        new TransactionTemplate(city.bean(PlatformTransactionManager.class)).executeWithoutResult(transaction -> {
            gone[0] = deploy(EDITED).getId();
            transaction.setRollbackOnly();
        });
        assertThat(city.bean(ServedDeployments.class).server(gone[0])).isEmpty();
        assertThat(city.engine().getManagementService().getRegisteredDeployments())
                .doesNotContain(gone[0]);
        assertThat(rows()).hasSize(1);
        start("YRD-1");
        assertThat(city.awaitTask("YRD-1").getName()).isEqualTo("Sign");
    }

    @Test
    void anotherNodeServesAPublicationAtOnceAndRunsItsJobs() {
        try (KernelCity other = KernelCity.on(database)) {
            other.operations().startAll();
            String published = deploy(EDITED).getId();
            assertThat(other.bean(ServedDeployments.class).server(published)).isEmpty();
            start("YRD-1");
            other.engine().getTaskService().complete(city.awaitTask("YRD-1").getId());
            assertThat(other.bean(ServedDeployments.class).server(published)).contains(ONE);
            assertThat(other.engine().getManagementService().getRegisteredDeployments())
                    .contains(published);
            city.awaitEnd("YRD-1");
        }
    }

    @Test
    void publishedFilesAreDeployedTogetherWithTheVersionsOtherModels() {
        String first = city.modules().find(ONE).orElseThrow().deploymentId();
        assertThat(city.operations().publish("yard-office", Map.of("yard.bpmn", bytes(TwoOffices.YARD)), "ana"))
                .as("nothing is new")
                .isEqualTo(first);

        String published = city.operations().publish("yard-office", edited(), "ana");
        assertThat(city.engine().getRepositoryService().getDeploymentResourceNames(published))
                .containsExactlyInAnyOrder("yard.bpmn", "load.form");
        assertThat(rows()).last().isEqualTo(tuple("yard-office", "1.0.0", "PUBLICATION", "ana"));
        start("YRD-1");
        assertThat(city.awaitTask("YRD-1").getName()).isEqualTo("Sign twice");
        assertThat(city.jdbc()
                        .sql("select changed_by from muniflow.module_change where act = 'publish'")
                        .query(String.class)
                        .list())
                .containsOnly("ana");
    }

    @Test
    void aPublicationWithAFaultTellsAllOfItAndChangesNothing() {
        Map<String, byte[]> faulty = Map.of(
                "diagram_1.bpmn",
                bytes(EDITED.replace("${weigh}", "${weight}")),
                "load.form",
                bytes("{\"id\":\"load\",\"components\":[{\"type\":\"filepicker\",\"key\":\"k\"}]}"));
        assertThatThrownBy(() -> city.operations().publish("yard-office", faulty, "ana"))
                .isInstanceOfSatisfying(ModuleRefused.class, refused -> assertThat(refused.problems())
                        .hasSize(2)
                        .anySatisfy(problem -> assertThat(problem).startsWith("load.form"))
                        .anySatisfy(problem -> assertThat(problem).startsWith("yard.bpmn, line ")));
        assertThat(rows()).hasSize(1);
        start("YRD-1");
        assertThat(city.awaitTask("YRD-1").getName()).isEqualTo("Sign");
    }

    @Test
    void aNewVersionTellsWhichPublicationsItLeavesBehind() {
        deploy(EDITED);
        ModuleState installed =
                city.operations().install(newer().into(folder), "ada").module();
        assertThat(installed.state()).isEqualTo(State.ACTIVE);
        assertThat(installed.reason())
                .isEqualTo("Published for version 1.0.0 and not in this one: process 'yard'. Publish it again if it is"
                        + " still wanted.");
        assertThat(city.jdbc()
                        .sql("select outcome from muniflow.module_change where version = '2.0.0'")
                        .query(String.class)
                        .single())
                .contains("process 'yard'");
        assertThat(rows()).extracting(row -> row.toList().get(2)).contains("PUBLICATION");
        start("YRD-1");
        assertThat(city.awaitTask("YRD-1").getName()).isEqualTo("Sign");

        city.operations().activate(ONE, "ada");
        start("YRD-2");
        assertThat(city.awaitTask("YRD-2").getName())
                .as("an older version comes back as it was")
                .isEqualTo("Sign twice");
    }

    @Test
    void aSignedInUserDoesNotDeleteTheModelsOfAModule() {
        String deployment = city.modules().find(ONE).orElseThrow().deploymentId();
        String definition = city.engine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("yard")
                .singleResult()
                .getId();
        start("YRD-1");
        var identity = city.engine().getIdentityService();
        identity.setAuthenticatedUserId("ana");
        try {
            assertThatThrownBy(() -> city.engine().getRepositoryService().deleteDeployment(deployment, true))
                    .isInstanceOf(BadUserRequestException.class)
                    .hasMessage(
                            "These models belong to module yard-office 1.0.0. Retire and uninstall the module, which"
                                    + " tells what still needs them.");
            assertThatThrownBy(() -> city.engine().getRepositoryService().deleteProcessDefinition(definition, true))
                    .hasMessageContaining("These models belong to module yard-office 1.0.0.");
        } finally {
            identity.clearAuthentication();
        }
        assertThat(city.awaitTask("YRD-1").getName()).isEqualTo("Sign");
    }

    @Test
    void aNewVersionThatHasTheEditSaysNothing() {
        deploy(EDITED);
        assertThat(city.operations()
                        .install(newer().file("bpmn/yard.bpmn", EDITED).into(folder), "ada")
                        .module()
                        .reason())
                .isNull();
    }

    @Test
    void aDevelopmentVersionStartsFromItsNewJarAndTellsWhatWasPublishedForTheOneBefore() {
        ModulePack draft = TwoOffices.yard().manifest("Plugin-Version", "2.0.0-SNAPSHOT");
        city.install(draft.into(folder));
        deploy(EDITED);
        start("YRD-1");
        assertThat(city.awaitTask("YRD-1").getName()).isEqualTo("Sign twice");
        ModuleState installed = city.operations()
                .install(
                        draft.file("bpmn/yard.bpmn", TwoOffices.YARD.replace("name=\"Sign\"", "name=\"Sign off\""))
                                .into(folder),
                        "ada")
                .module();
        assertThat(installed.reason())
                .isEqualTo("Published for the jar before and not in this one: process 'yard'. Publish it again if it is"
                        + " still wanted.");
        int deployed = rows().size();

        city.close();
        city = KernelCity.working(database);
        city.operations().startAll();
        assertThat(rows()).as("nothing is deployed again").hasSize(deployed);
        start("YRD-2");
        assertThat(city.awaitTask("YRD-2").getName())
                .as("the newest stays the newest")
                .isEqualTo("Sign off");
        city.engine().getTaskService().complete(city.awaitTask("YRD-1").getId());
        city.awaitEnd("YRD-1");
    }

    private static ModulePack newer() {
        return TwoOffices.yard().manifest("Plugin-Version", "2.0.0");
    }

    private static Map<String, byte[]> edited() {
        return Map.of("diagram_1.bpmn", bytes(EDITED), "load.form", bytes("{\"id\":\"load\",\"components\":[]}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Deployment deploy(String model) {
        var identity = city.engine().getIdentityService();
        identity.setAuthenticatedUserId("ana");
        try {
            return city.engine()
                    .getRepositoryService()
                    .createDeployment()
                    .addString("diagram_1.bpmn", model)
                    .deploy();
        } finally {
            identity.clearAuthentication();
        }
    }

    private List<org.assertj.core.groups.Tuple> rows() {
        return city.jdbc()
                .sql("select name, version, kind, deployed_by from muniflow.module_deployment order by ordinal")
                .query((row, number) -> tuple(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private void start(String number) {
        city.runtime().startProcessInstanceByKey("yard", number);
    }
}
