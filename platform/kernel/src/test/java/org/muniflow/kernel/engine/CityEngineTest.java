package org.muniflow.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muniflow.kernel.TestServer;
import org.muniflow.kernel.spi.Mandates;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.StepWrites;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("engine")
@ExtendWith(TestServer.class)
@ContextConfiguration(initializers = TestServer.class)
@SpringBootTest(
        classes = EngineUnderTest.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:engine;DB_CLOSE_DELAY=-1",
            "spring.flyway.enabled=false",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.auto-deployment-enabled=false",
            "logging.level.org.camunda=warn"
        })
class CityEngineTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    CityClock clock;

    @Autowired
    FilterService filters;

    @Autowired
    ModuleListener rights;

    @Autowired
    StepWrites writes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EngineUnderTest.Recorder recorder;

    @Autowired
    EngineUnderTest.Register register;

    Deployment deployment;

    @BeforeEach
    void deploy() {
        clock.set(Instant.parse("2026-11-02T15:00:00Z"));
        deployment = repository
                .createDeployment()
                .addClasspathResource("models/permit.bpmn")
                .addClasspathResource("models/inspection.bpmn")
                .deploy();
        for (String group : List.of("permit-clerk", "permit-director", "camunda-admin")) {
            if (identity.createGroupQuery().groupId(group).count() == 0) {
                identity.saveGroup(identity.newGroup(group));
            }
        }
        for (String key : List.of("permit", "inspection")) {
            for (String group : List.of("permit-clerk", "permit-director", "outsiders", "camunda-admin")) {
                Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                grant.setGroupId(group);
                grant.setResource(Resources.PROCESS_DEFINITION);
                grant.setResourceId(key);
                grant.setPermissions(new org.camunda.bpm.engine.authorization.Permission[] {
                    Permissions.READ,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.TASK_WORK,
                    ProcessDefinitionPermissions.TASK_ASSIGN,
                    ProcessDefinitionPermissions.UPDATE_TASK_VARIABLE
                });
                if (authorizations
                                .createAuthorizationQuery()
                                .groupIdIn(group)
                                .resourceId(key)
                                .count()
                        == 0) {
                    authorizations.saveAuthorization(grant);
                }
            }
        }
        recorder.heard.clear();
    }

    @AfterEach
    void leave() {
        identity.clearAuthentication();
        repository.deleteDeployment(deployment.getId(), true);
        register.mandates.clear();
        clock.release();
    }

    void as(String user, String... groups) {
        identity.setAuthentication(user, List.of(groups));
    }

    Task task(String instance) {
        return as0(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getBusinessKey())
                .singleResult());
    }

    <T> T as0(java.util.function.Supplier<T> question) {
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return question.get();
        } finally {
            if (before != null) {
                identity.setAuthentication(before);
            }
        }
    }

    @Test
    void everyStepIsHeardAndTheCaseGetsItsNumber() {
        String id = runtime.startProcessInstanceByKey("permit").getId();
        String number = runtime.createProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult()
                .getBusinessKey();
        assertThat(number).matches("PERM-2026-\\d{6}");
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult()
                        .getBusinessKey())
                .isEqualTo(number);

        as("ana", "permit-clerk");
        tasks.claim(task(id).getId(), "ana");
        tasks.complete(task(id).getId());
        as("abe", "permit-clerk");
        tasks.complete(task(id).getId());
        as("dora", "permit-director");
        tasks.complete(task(id).getId());
        identity.clearAuthentication();
        runtime.createMessageCorrelation("feePaid").processInstanceId(id).correlate();

        assertThat(recorder.heard)
                .contains(
                        "started permit " + number,
                        "waits messageEvent_feePaid C-1",
                        "waits timerEvent_feeDue C-2",
                        "created userTask_readFile [permit-clerk]",
                        "waits timerEvent_fileDue C-4",
                        "assigned userTask_readFile ana",
                        "updated userTask_readFile",
                        "completed userTask_readFile clock C-3",
                        "cancelled timerEvent_fileDue",
                        "started inspection " + number,
                        "created userTask_look [permit-clerk]",
                        "completed userTask_look clock null",
                        "ended inspection at endEvent_looked",
                        "completed userTask_decide clock null",
                        "happened messageEvent_feePaid",
                        "cancelled timerEvent_feeDue")
                .doesNotContain("cancelled messageEvent_feePaid");
        // The side branch ended last; the case's outcome is the decision all the same.
        assertThat(recorder.heard).endsWith("ended permit at endEvent_decided");
        assertThat(history.createHistoricTaskInstanceQuery()
                        .taskDefinitionKey("userTask_look")
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getAssignee())
                .as("whoever completes is on record")
                .isEqualTo("abe");
    }

    @Test
    void anEndedCaseIsMarkedWithTheDayOnWhichItsHistoryGoesInEveryTable() {
        String id = runtime.startProcessInstanceByKey(
                        "permit", Map.of("filedOn", "2026-11-01", "plan", new byte[] {1, 2, 3}))
                .getId();
        as("ana", "permit-clerk");
        Task file = task(id);
        tasks.createComment(file.getId(), id, "Read twice.");
        tasks.createAttachment("text", file.getId(), id, "note", "A note", "https://example.org/note");
        tasks.complete(file.getId());
        as("abe", "permit-clerk");
        tasks.complete(task(id).getId());
        as("dora", "permit-director");
        tasks.complete(task(id).getId());
        identity.clearAuthentication();
        List<String> tables = jdbc.sql(
                        "select lower(r.table_name) from information_schema.columns r"
                                + " join information_schema.columns c on c.table_schema = r.table_schema"
                                + " and c.table_name = r.table_name"
                                + " where lower(r.column_name) = 'removal_time_' and lower(c.column_name) = 'root_proc_inst_id_'")
                .query(String.class)
                .list();
        assertThat(tables)
                .as("the engine's tables with a day of removal; new ones must be marked too")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(HistoryRemoval.tables(), Stream.of("act_ru_authorization"))
                                .toList());
        assertThat(marks(tables, id)).as("before its end").containsOnly("null");

        clock.set(Instant.parse("2026-11-03T15:00:00Z"));
        runtime.createMessageCorrelation("feePaid").processInstanceId(id).correlate();

        assertThat(marks(tables, id)).as("thirty days after its end").containsOnly("2026-12-03");
        List<String> filled = tables.stream()
                .filter(table -> !marks(List.of(table), id).isEmpty())
                .toList();
        assertThat(filled)
                .as("tables in which this case has left something")
                .contains(
                        "act_hi_procinst",
                        "act_hi_actinst",
                        "act_hi_taskinst",
                        "act_hi_varinst",
                        "act_hi_detail",
                        "act_hi_identitylink",
                        "act_hi_op_log",
                        "act_hi_job_log",
                        "act_hi_comment",
                        "act_hi_attachment",
                        "act_ge_bytearray");
    }

    @Test
    void aCaseThatEndsInTheTransactionOfItsStartIsMarkedToo() {
        String id = as0(() -> transaction.execute(tx -> {
            String started = runtime.startProcessInstanceByKey("inspection", Map.of("site", "Main St"))
                    .getId();
            tasks.complete(tasks.createTaskQuery()
                    .processInstanceId(started)
                    .singleResult()
                    .getId());
            return started;
        }));

        List<String> tables = HistoryRemoval.tables().toList();
        assertThat(marks(tables, id))
                .as("thirty days after its end")
                .hasSizeGreaterThan(8)
                .containsOnly("2026-12-02");
    }

    private List<String> marks(List<String> tables, String root) {
        return tables.stream()
                .flatMap(table -> jdbc
                        .sql("select removal_time_ from " + table + " where root_proc_inst_id_ = ?")
                        .param(root)
                        .query((row, number) -> String.valueOf(row.getTimestamp(1)))
                        .list()
                        .stream())
                .map(mark -> mark.substring(0, Math.min(10, mark.length())))
                .toList();
    }

    @Test
    void anInterruptingTimerHappensAndItsTaskIsDeleted() {
        String id = runtime.startProcessInstanceByKey("permit").getId();
        clock.set(Instant.parse("2026-12-07T00:00:00Z"));
        var jobs =
                management.createJobQuery().processInstanceId(id).executable().list();
        assertThat(jobs).hasSize(2);
        jobs.forEach(job -> management.executeJob(job.getId()));
        assertThat(recorder.heard)
                .contains("happened timerEvent_fileDue", "deleted userTask_readFile", "happened timerEvent_feeDue")
                .doesNotContain("cancelled timerEvent_fileDue", "cancelled timerEvent_feeDue");
        assertThat(recorder.heard).endsWith("ended permit at endEvent_late");
    }

    @Test
    void theListenersAreThereAfterARestartAndSurviveSkippedCustomListeners() {
        String id = runtime.startProcessInstanceByKey("permit").getId();
        ((org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDeploymentCache()
                .discardProcessDefinitionCache();
        runtime.deleteProcessInstance(id, "withdrawn", true);
        assertThat(recorder.heard).contains("deleted userTask_readFile", "cancelled timerEvent_fileDue");
    }

    @Test
    void onlyAssigneeAndCandidatesMayWorkOnATask() {
        String id = runtime.startProcessInstanceByKey("permit").getId();
        Task task = task(id);
        as("otto", "outsiders");
        assertThatThrownBy(() -> tasks.claim(task.getId(), "otto"))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("otto may not work on task \"Read file\" of case PERM-")
                .hasMessageContaining("neither its assignee nor among its candidates")
                .hasMessageContaining("permit-clerk");
        assertThatThrownBy(() -> tasks.complete(task.getId())).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(task.getId(), Map.of()))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.setVariable(task.getId(), "x", 1)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.resolveTask(task.getId())).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.handleBpmnError(task.getId(), "X")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.handleEscalation(task.getId(), "X")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.delegateTask(task.getId(), "ana")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.setAssignee(task.getId(), "otto")).isInstanceOf(AuthorizationException.class);

        as("ana", "permit-clerk");
        tasks.claim(task.getId(), "ana");
        as("abe", "permit-clerk");
        assertThatThrownBy(() -> tasks.complete(task.getId()))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("assigned to ana");
        assertThat(task(id).getAssignee()).isEqualTo("ana");
    }

    @Test
    void aCandidateMayNotClaimForAPersonWhoIsNoCandidate() {
        String id = runtime.startProcessInstanceByKey("permit").getId();
        as("ana", "permit-clerk");
        assertThatThrownBy(() -> tasks.claim(task(id).getId(), "otto"))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("otto may not get task \"Read file\"");
    }

    @Test
    void administratorsMayAssignButNotComplete() {
        String id = runtime.startProcessInstanceByKey("permit").getId();
        identity.saveUser(identity.newUser("abe"));
        identity.createMembership("abe", "permit-clerk");
        as("root", "camunda-admin");
        assertThatThrownBy(() -> tasks.complete(task(id).getId())).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.setAssignee(task(id).getId(), "root"))
                .isInstanceOf(AuthorizationException.class);
        tasks.setAssignee(task(id).getId(), "abe");
        assertThat(task(id).getAssignee()).isEqualTo("abe");
        identity.clearAuthentication();
        identity.deleteUser("abe");
    }

    @Test
    void fourEyesHoldAcrossCalledProcesses() {
        String id = runtime.startProcessInstanceByKey("permit").getId();
        as("ana", "permit-clerk", "permit-director");
        tasks.complete(task(id).getId());
        as("abe", "permit-clerk", "permit-director");
        tasks.complete(task(id).getId());
        for (String user : List.of("ana", "abe")) {
            as(user, "permit-clerk", "permit-director");
            assertThatThrownBy(() -> tasks.claim(task(id).getId(), user))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("a second person must look");
            assertThatThrownBy(() -> tasks.complete(task(id).getId())).isInstanceOf(AuthorizationException.class);
        }
        as("dora", "permit-director");
        tasks.complete(task(id).getId());
    }

    @Test
    void fourEyesCountTheSubstituteAndForWhomTheSubstituteDidTheTask() {
        String id = runtime.startProcessInstanceByKey("permit").getId();
        as("ana", "permit-clerk", "permit-director");
        tasks.claim(task(id).getId(), "ana");
        identity.clearAuthentication();
        tasks.setOwner(task(id).getId(), "ana");
        tasks.setAssignee(task(id).getId(), "abe");
        as("root", "camunda-admin");
        assertThatThrownBy(() -> tasks.setOwner(task(id).getId(), "otto"))
                .hasMessageContaining("four eyes count both persons");
        as("abe", "permit-clerk", "permit-director");
        assertThatThrownBy(() -> tasks.setOwner(task(id).getId(), "otto")).isInstanceOf(AuthorizationException.class);
        tasks.complete(task(id).getId());
        as("carl", "permit-clerk");
        tasks.complete(task(id).getId());
        for (String user : List.of("ana", "abe")) {
            as(user, "permit-clerk", "permit-director");
            assertThatThrownBy(() -> tasks.claim(task(id).getId(), user))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("completed \"Read file\" in this case, and a second person must look");
        }
        // Nor may somebody decide for one of them.
        identity.clearAuthentication();
        tasks.setOwner(task(id).getId(), "ana");
        as("dora", "permit-director");
        assertThatThrownBy(() -> tasks.complete(task(id).getId()))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("ana, for whom it would be done, completed");
    }

    @Test
    void aDelegateDoesTheTeamsTaskWhileTheDelegationHoldsAndFourEyesCountBoth() {
        String id = runtime.startProcessInstanceByKey("permit").getId();
        delegate("otto", "userTask_readFile", "permit-clerk", "ana");
        as("otto", "outsiders");
        tasks.claim(task(id).getId(), "otto");
        assertThat(task(id).getOwner()).isEqualTo("ana");
        assertThatThrownBy(() -> tasks.setOwner(task(id).getId(), "abe")).isInstanceOf(AuthorizationException.class);
        register.mandates.clear();
        assertThatThrownBy(() -> tasks.complete(task(id).getId()))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("the delegation by which you have it does not hold today");
        assertThatThrownBy(() -> tasks.setVariable(task(id).getId(), "x", 1))
                .isInstanceOf(AuthorizationException.class);

        // Given back, the task is again one of the team's and for nobody.
        tasks.setAssignee(task(id).getId(), null);
        assertThat(task(id).getOwner()).isNull();
        assertThatThrownBy(() -> tasks.claim(task(id).getId(), "otto")).isInstanceOf(AuthorizationException.class);

        delegate("otto", "userTask_readFile", "permit-clerk", "ana");
        tasks.complete(task(id).getId());
        assertThat(recorder.heard).contains("by Memorandum of ana");
        assertThat(as0(() -> history.createHistoricTaskInstanceQuery()
                        .processInstanceId(id)
                        .taskDefinitionKey("userTask_readFile")
                        .singleResult()))
                .satisfies(done -> {
                    assertThat(done.getAssignee()).isEqualTo("otto");
                    assertThat(done.getOwner()).isEqualTo("ana");
                });
        as("carl", "permit-clerk");
        tasks.complete(task(id).getId());

        delegate("otto", "userTask_decide", "permit-director", "dora");
        delegate("olga", "userTask_decide", "permit-director", "ana");
        delegate("olaf", "userTask_decide", "permit-director", "dora");
        as("ana", "permit-clerk", "permit-director");
        refusedToDecide(id, "ana", "the same person completed");
        as("otto", "outsiders");
        refusedToDecide(id, "otto", "the same person completed");
        as("olga", "outsiders");
        refusedToDecide(id, "olga", "ana, for whom it would be done, completed");
        as("root", "camunda-admin");
        assertThatThrownBy(() -> tasks.setAssignee(task(id).getId(), "olga"))
                .isInstanceOf(AuthorizationException.class);
        tasks.setAssignee(task(id).getId(), "olaf");
        as("olaf", "outsiders");
        tasks.complete(task(id).getId());
    }

    private void delegate(String person, String task, String team, String by) {
        register.mandates.put(person + " " + task, new Mandates.Mandate(team, by, "Memorandum of " + by));
    }

    private void refusedToDecide(String id, String person, String why) {
        for (ThrowingCallable way : List.<ThrowingCallable>of(
                () -> tasks.claim(task(id).getId(), person), () -> tasks.complete(task(id).getId()))) {
            assertThatThrownBy(way).isInstanceOf(AuthorizationException.class).hasMessageContaining(why);
        }
    }

    @Test
    void noAuthorizationRowIsWrittenPerTask() {
        long before = authorizations.createAuthorizationQuery().count();
        String id = runtime.startProcessInstanceByKey("permit").getId();
        as("ana", "permit-clerk");
        tasks.claim(task(id).getId(), "ana");
        tasks.complete(task(id).getId());
        identity.clearAuthentication();
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
    }

    @Test
    void rowsAreWrittenWithTheStepAndNotAtAllWhenItFails() {
        jdbc.sql("create table if not exists note (n int, text varchar(20))").update();
        jdbc.sql("delete from note").update();
        transaction.executeWithoutResult(tx -> {
            writes.add("insert into note (n, text) values (?, ?)", 1, null);
            writes.add("insert into note (n, text) values (?, ?)", 2, "two");
            assertThat(jdbc.sql("select count(*) from note")
                            .query(Integer.class)
                            .single())
                    .isZero();
        });
        assertThat(jdbc.sql("select count(*) from note").query(Integer.class).single())
                .isEqualTo(2);
        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> {
                    writes.add("insert into note (n, text) values (?, ?)", 3, "three");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(jdbc.sql("select count(*) from note").query(Integer.class).single())
                .isEqualTo(2);
        assertThatThrownBy(() -> writes.add("insert into note (n, text) values (?, ?)", 4, "four"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFaultyDeploymentIsRefusedWithAllItsProblemsAndNothingIsStored() {
        long before = repository.createDeploymentQuery().count();
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("bad.bpmn", """
                                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
                                <process id="nobodys" isExecutable="true">
                                <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                                <scriptTask id="t" scriptFormat="groovy"><script>1</script></scriptTask>
                                </process></definitions>
                                """)
                        .addString(
                                "bad.form", "{\"id\":\"bad\",\"components\":[{\"type\":\"filepicker\",\"key\":\"f\"}]}")
                        .deploy())
                .isInstanceOfSatisfying(ParseException.class, refused -> {
                    assertThat(refused.getResorceReports())
                            .extracting(ResourceReport::getResourceName)
                            .containsExactly("bad.bpmn", "bad.form");
                    assertThat(refused.getResorceReports().get(0).getErrors())
                            .extracting(Problem::getMainElementId)
                            .contains("nobodys", "t");
                    assertThat(refused.getResorceReports().get(0).getErrors())
                            .allMatch(problem -> problem.getLine() > 0);
                });
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aModulesTeamsAndGrantsAreAppliedOnceAndWithdrawnWhenNoLongerDeclared() {
        PermitsModule permits = new PermitsModule();
        speaks(permits);
        speaks(permits);
        assertThat(identity.createGroupQuery()
                        .groupId("permit-clerk")
                        .singleResult()
                        .getName())
                .isEqualTo("Permit clerks");
        assertThat(filters.createTaskFilterQuery().list())
                .extracting(filter -> filter.getName())
                .containsExactlyInAnyOrder("Permit clerks", "Permit directors");
        String id = runtime.startProcessInstanceByKey("permit").getId();
        String filter = filters.createTaskFilterQuery()
                .filterName("Permit clerks")
                .singleResult()
                .getId();

        as("ana", "permit-clerk");
        assertThat(filters.createTaskFilterQuery().count()).isEqualTo(1);
        assertThat(filters.<Task>listPage(filter, 0, 10))
                .extracting(Task::getName)
                .containsExactly("Read file");
        assertThat(authorizations.isUserAuthorized(
                        "ana", List.of("permit-clerk"), Permissions.ACCESS, Resources.APPLICATION, "tasklist"))
                .isTrue();
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(id).count())
                .isEqualTo(1);
        runtime.startProcessInstanceByKey("permit");
        tasks.complete(task(id).getId());
        as("dora", "permit-director");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("permit"))
                .isInstanceOf(AuthorizationException.class);
        as("otto", "outsiders");
        assertThat(tasks.createTaskQuery().count()).isZero();
        assertThat(authorizations.isUserAuthorized(
                        "otto", List.of("outsiders"), Permissions.ACCESS, Resources.APPLICATION, "tasklist"))
                .isFalse();

        identity.clearAuthentication();
        speaks(clerksOnly("1.0.0"));
        assertThat(filters.createTaskFilterQuery().list())
                .extracting(each -> each.getName())
                .containsExactly("Permit clerks");
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn("permit-director")
                        .list())
                .as("only the group's right to see itself is left")
                .extracting(Authorization::getResourceType)
                .containsExactly(Resources.GROUP.resourceType());
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn("permit-clerk")
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .list())
                .singleElement()
                .satisfies(grant -> assertThat(grant.getResourceId()).isEqualTo("permit"));
    }

    @Test
    void theTeamsOfAnOlderRunningVersionKeepTheirWorkAndItsRightsComeBackWithIt() {
        PermitsModule permits = new PermitsModule();
        speaks(permits);
        PermitsModule newer = clerksOnly("2.0.0");
        speaks(newer);
        assertThat(rightsOf("permit-director"))
                .as("work on the tasks that cases of 1.0.0 still offer, and nothing else")
                .contains(ProcessDefinitionPermissions.TASK_WORK, ProcessDefinitionPermissions.READ_TASK)
                .doesNotContain(ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY);
        assertThat(filters.createTaskFilterQuery().list())
                .extracting(each -> each.getName())
                .containsExactlyInAnyOrder("Permit clerks", "Permit directors");

        rights.stopped(permits);
        assertThat(rightsOf("permit-director")).as("it may run on another node").isNotEmpty();
        rights.stopped(newer);
        rights.started(newer);
        rights.speaks(newer);
        assertThat(rightsOf("permit-director")).isEmpty();
        assertThat(filters.createTaskFilterQuery().list())
                .extracting(each -> each.getName())
                .containsExactly("Permit clerks");

        speaks(permits);
        assertThat(rightsOf("permit-director"))
                .contains(ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.TASK_WORK);
        assertThat(rightsOf("permit-clerk")).contains(ProcessDefinitionPermissions.CREATE_INSTANCE);
        assertThat(filters.createTaskFilterQuery().list())
                .extracting(each -> each.getName())
                .containsExactlyInAnyOrder("Permit clerks", "Permit directors");
        rights.stopped(permits);
        rights.stopped(newer);
    }

    private void speaks(PermitsModule module) {
        rights.started(module);
        rights.speaks(module);
    }

    private List<org.camunda.bpm.engine.authorization.Permission> rightsOf(String group) {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId("permit")
                .list()
                .stream()
                .flatMap(grant -> Stream.of(ProcessDefinitionPermissions.values())
                        .filter(grant::isPermissionGranted)
                        .filter(right -> right != ProcessDefinitionPermissions.NONE))
                .<org.camunda.bpm.engine.authorization.Permission>map(right -> right)
                .toList();
    }

    /** A version that has lost its directors. */
    private static PermitsModule clerksOnly(String version) {
        return new PermitsModule() {
            @Override
            public String version() {
                return version;
            }

            @Override
            public List<org.muniflow.kernel.spi.Team> teams() {
                return super.teams().subList(0, 1);
            }

            @Override
            public List<org.muniflow.kernel.spi.GrantDeclaration> grants() {
                return super.grants().subList(0, 1);
            }
        };
    }

    @Test
    void theEnginesClockFollowsTheCitys() {
        clock.set(Instant.parse("2026-12-31T23:59:00Z"));
        assertThat(ClockUtil.getCurrentTime()).isEqualTo(Date.from(clock.instant()));
    }
}
