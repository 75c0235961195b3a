package org.muniflow.casework.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.casework.CityForTests;
import org.muniflow.casework.Database;
import org.muniflow.casework.department.TrialCity;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;

class DocumentsApiTest {

    private static final String CASE = "CERT-2026-000001";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-20T15:00:00Z"), ZoneId.of("America/Chicago"));

    @TempDir
    Path folder;

    private final DataSource source = Database.fresh();
    private final ProcessEngine engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
            .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
            .setProcessEngineName(UUID.randomUUID().toString())
            .setAuthorizationEnabled(true)
            .setJobExecutorActivate(false)
            .buildProcessEngine();
    private final List<String> journal = new ArrayList<>();
    private final TrialCity city = TrialCity.fresh();
    private final ActiveModule module =
            CityForTests.module("civil-rights", "CERT", "certification", "creo-analyst", Right.READ, Right.WORK);
    private MockMvc http;
    private String taskId;

    @BeforeEach
    void open() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "certification.bpmn",
                        Bpmn.createExecutableProcess("certification")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("review")
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("certification", CASE);
        taskId = engine.getTaskService().createTaskQuery().singleResult().getId();
        grantTasks("creo-analyst");
        city.activate(module);
        CaseAccess access = CityForTests.access(city);
        DocumentStore store = StoreForTests.open(source, folder, access, CLOCK);
        DocumentMarks marks = new DocumentMarks(JdbcClient.create(source), CLOCK);
        CaseDocumentLists lists = new CaseDocumentLists(store, access);
        CaseDocuments cases = new CaseDocuments(
                store,
                marks,
                access,
                CityForTests::noCases,
                (caseNumber, recordId, what, cites) -> journal.add(what),
                new TransactionTemplate(new JdbcTransactionManager(source)));
        TaskCases tasks =
                new TaskCases(engine.getTaskService(), engine.getRuntimeService(), engine.getIdentityService());
        http = MockMvcBuilders.standaloneSetup(new DocumentsApi(
                        store, lists, access, tasks, cases, new DocumentVisits(lists, access, cases), CLOCK))
                .build();
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        engine.close();
    }

    @Test
    void anAnalystAddsAndDownloadsADocumentOfTheTask() throws Exception {
        signIn("ana.analyst", "creo-analyst");

        http.perform(upload("spouse renunciation.txt", "text").param("receivedOn", "2026-05-18"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.fileName").value("spouse renunciation.txt"))
                .andExpect(jsonPath("$.storedBy").value("ana.analyst"));

        http.perform(get("/api/tasks/{id}/documents", taskId))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1));
        String address = com.jayway.jsonpath.JsonPath.read(
                http.perform(get("/api/cases/{case}/documents", CASE))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$[0].address");
        http.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(content().string("text"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        assertThat(journal).containsExactly("Document OTHER received on 2026-05-18 was added.");
    }

    @Test
    void anotherDepartmentFindsNeitherTaskNorDocument() throws Exception {
        signIn("ana.analyst", "creo-analyst");
        http.perform(upload("a.txt", "text")).andExpect(status().isCreated());
        String id = JdbcIds.only(source);

        signIn("rita.realestate", "real-estate");

        http.perform(get("/api/documents/{id}", id)).andExpect(status().isNotFound());
        http.perform(get("/api/cases/{case}/documents", CASE)).andExpect(status().isNotFound());
        http.perform(get("/api/tasks/{id}/documents", taskId)).andExpect(status().isNotFound());
        http.perform(upload("b.txt", "text")).andExpect(status().isNotFound());
    }

    @Test
    void aConfidentialDocumentIsReadByThoseWhoWorkOnTheCaseAndByNobodyElseWhoMayReadIt() throws Exception {
        signIn("ana.analyst", "creo-analyst");
        http.perform(upload("tax.txt", "text").param("confidential", "true")).andExpect(status().isCreated());
        String id = JdbcIds.only(source);
        http.perform(upload("open.txt", "other text")).andExpect(status().isCreated());
        http.perform(get("/api/documents/{id}", id)).andExpect(content().string("text"));
        http.perform(get("/api/cases/{case}/documents", CASE))
                .andExpect(jsonPath("$.length()").value(2));

        city.activate(CityForTests.module(
                new ModuleId("civil-rights", "1.1.0"), "CERT", "certification", "creo-analyst", Right.READ));

        http.perform(get("/api/documents/{id}", id)).andExpect(status().isNotFound());
        for (String list : List.of("/api/cases/" + CASE + "/documents", "/api/tasks/" + taskId + "/documents")) {
            http.perform(get(list))
                    .andExpect(jsonPath("$.length()").value(1))
                    .andExpect(jsonPath("$[0].fileName").value("open.txt"));
        }
    }

    @Test
    void aStoppedModulesDocumentsAreReadAndFiledByThoseWhoMightAndByNobodyElse() throws Exception {
        signIn("ana.analyst", "creo-analyst");
        http.perform(upload("a.txt", "text")).andExpect(status().isCreated());
        String id = JdbcIds.only(source);
        for (ModuleState.State state : List.of(ModuleState.State.STOPPED, ModuleState.State.RETIRED)) {
            city.end(module, state);
            signIn("ana.analyst", "creo-analyst");
            http.perform(get("/api/documents/{id}", id)).andExpect(content().string("text"));
            http.perform(get("/api/cases/{case}/documents", CASE)).andExpect(status().isOk());
            for (String stranger : List.of("real-estate", "camunda-admin")) {
                signIn("somebody", stranger);
                http.perform(get("/api/documents/{id}", id)).andExpect(status().isNotFound());
                http.perform(get("/api/cases/{case}/documents", CASE)).andExpect(status().isNotFound());
            }
        }
        signIn("ana.analyst", "creo-analyst");
        http.perform(upload("b.txt", "paper that came in meanwhile")).andExpect(status().isCreated());
        http.perform(get("/api/cases/{case}/documents", CASE))
                .andExpect(jsonPath("$.length()").value(2));
    }

    @Test
    void aRefusedFileIsAnsweredInWords() throws Exception {
        signIn("ana.analyst", "creo-analyst");

        http.perform(upload("page.txt", "<html><body>x</body></html>"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("not text/plain")));
        http.perform(upload("page.txt", "text").param("type", "../x"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail")
                        .value("The field 'type' is no type of document; write it in capital letters, for example"
                                + " LICENSE."));
    }

    private org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder upload(
            String name, String text) {
        return multipart("/api/tasks/{id}/documents", taskId)
                .file(new MockMultipartFile("file", name, "text/plain", text.getBytes(UTF_8)));
    }

    private void grantTasks(String group) {
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId("certification");
        grant.addPermission(Permissions.READ_TASK);
        engine.getAuthorizationService().saveAuthorization(grant);
    }

    private static void signIn(String user, String... groups) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        user,
                        null,
                        Stream.of(groups).map(SimpleGrantedAuthority::new).toList()));
    }

    /** Reads the one stored document's id. */
    private static final class JdbcIds {
        static String only(DataSource source) {
            return org.springframework.jdbc.core.simple.JdbcClient.create(source)
                    .sql("select id from muniflow.document")
                    .query(String.class)
                    .single();
        }
    }
}
