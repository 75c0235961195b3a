package org.muniflow.casework.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Documents.NewDocument;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.casework.CityForTests;
import org.muniflow.casework.OneModule;
import org.muniflow.casework.board.ClockBoard;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.cases.CaseHistory;
import org.muniflow.casework.cases.CasesByClock;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.department.DepartmentsForTests;
import org.muniflow.casework.department.TrialCity;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.casework.document.CaseDocumentLists;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.document.StoreForTests;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.worklist.WorkList;
import org.muniflow.kernel.engine.CityClock;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.ModuleState.State;
import org.muniflow.kernel.spi.Modules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@AppealCases
class CasePagesTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    CaseFiles files;

    @Autowired
    CasesByClock byClock;

    @Autowired
    CaseHistory history;

    @Autowired
    ClockLedger ledger;

    @Autowired
    ClockBoard board;

    @Autowired
    CaseJournal journal;

    @Autowired
    WorkList work;

    @Autowired
    Actors actors;

    @Autowired
    Modules modules;

    @Autowired
    Departments departments;

    @Autowired
    List<ModuleService<?>> services;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CityClock clock;

    @Autowired
    DataSource source;

    @TempDir
    Path folder;

    private Appeals appeals;
    private CaseDocumentLists documents;
    private MockMvc site;

    @BeforeEach
    void open() {
        appeals = new Appeals(engine, cases, clock);
        appeals.deploy("2026-03-02"); // Monday
        CaseAccess access = CityForTests.access(TrialCity.fresh());
        documents = StoreForTests.lists(StoreForTests.open(source, folder, access, clock), access);
        site = site(modules, departments);
        grant();
        RecordPagesTest.signIn("ana.analyst", "creo-analyst");
    }

    private MockMvc site(Modules modules, Departments departments) {
        CaseFacts facts = new CaseFacts(departments, modules, services, documents);
        CaseRights rights = new CaseRights(engine.getAuthorizationService());
        CaseTrails trails = new CaseTrails(history, engine.getRepositoryService(), facts, actors);
        CaseVersions versions = new CaseVersions(
                engine.getRuntimeService(), engine.getRepositoryService(), modules, departments, actors);
        return MockMvcBuilders.standaloneSetup(
                        new CasePages(
                                files,
                                byClock,
                                new CaseTeams(jdbc),
                                trails,
                                versions,
                                ledger,
                                facts,
                                journal,
                                work,
                                rights,
                                (file, visitor) -> new Corrections.Offered(List.of(), null, false),
                                file -> new Keeping.Said("", false),
                                clock),
                        new CaseApi(files, trails, rights),
                        new BoardPages(board, departments, rights, facts, visitor -> List.of(), clock),
                        new WorkPages(
                                work,
                                engine.getTaskService(),
                                facts,
                                DepartmentsForTests.stoppedWork(departments),
                                ledger,
                                clock))
                .addInterceptors(new Frames("camunda-admin", Set.of("records-director")))
                .setViewResolvers(RecordPagesTest.views())
                .build();
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        engine.getIdentityService().clearAuthentication();
        clock.release();
    }

    @Test
    void anOpenCaseShowsItsNextStepItsTeamsAndWhyItsClockEndsWhenItDoes() throws Exception {
        String number = appeals.filed("2026-02-27");
        Document page = html(get("/cases/" + number), 200);
        assertThat(page.selectFirst("h1").text()).isEqualTo(number + " · Appeal Prairie Paving LLC");
        assertThat(page.select("section[aria-labelledby=next]").text())
                .contains("Forward appeal")
                .contains("creo-analyst or creo-director");
        assertThat(page.select("section[aria-labelledby=clocks]").text())
                .contains("C-106")
                .contains("Feb 27, 2026")
                .contains("(Saturday)");
        assertThat(page.select("section[aria-labelledby=people]").text()).contains("nobody yet");
        assertThat(page.select("[data-diagram]").attr("data-here")).isEqualTo("userTask_forward");
        assertThat(page.select("[data-diagram]").attr("data-taken")).contains("startEvent_filed flow_1");
        assertThat(page.select("section[aria-labelledby=journal] li")).isNotEmpty();
        assertThat(page.select("script:not([src]), [style]")).isEmpty();
    }

    @Test
    void aFinishedCaseStillShowsItsOutcomeAndTheWholeWay() throws Exception {
        String number = appeals.forwarded("2026-02-27", "2026-03-02", "2026-03-20");
        cases.message("documentsReceived", number, Map.of("documentsReceivedOn", "2026-03-04"));
        appeals.complete(number, Map.of());
        Document page = html(get("/cases/" + number), 200);
        assertThat(page.select("section[aria-labelledby=next]").text()).contains("The case has ended: Appeal decided");
        assertThat(page.select("section[aria-labelledby=path] ol li").eachText())
                .anyMatch(step -> step.startsWith("Forward appeal"))
                .anyMatch(step -> step.startsWith("Appeal decided (End"));
        String diagram = page.select("[data-diagram]").attr("data-diagram");
        site.perform(get(java.net.URI.create(diagram)))
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("userTask_forward")));
        site.perform(get("/api/cases/" + number + "/path")).andExpect(status().isOk());
    }

    @Test
    void whoMayNotReadTheProcessSeesNeitherPageNorDiagramNorSearchResult() throws Exception {
        String number = appeals.filed("2026-02-27");
        RecordPagesTest.signIn("rita.realestate", "real-estate");
        assertThat(html(get("/cases/" + number), 403).text()).contains("no right to read cases of this kind");
        site.perform(get("/api/cases/" + number + "/path")).andExpect(status().isForbidden());
        assertThat(html(get("/cases").param("q", number), 200).text()).contains("No case that you may read matches");
        assertThat(html(get("/cases/APPL-1999-000001"), 404).text()).contains("There is no case APPL-1999-000001");
    }

    @Test
    void casesAreFoundByNumberAndByName() throws Exception {
        String number = appeals.filed("2026-02-27");
        assertThat(html(get("/cases").param("q", number), 200)
                        .select("tbody th")
                        .eachText())
                .containsExactly(number);
        assertThat(html(get("/cases").param("q", "prairie").param("state", "OPEN"), 200)
                        .select("tbody th")
                        .eachText())
                .contains(number);
    }

    @Test
    void casesAreFoundByKindAndByClockAlsoTogetherWithTheOthers() throws Exception {
        String number = appeals.filed("2026-02-27");
        assertThat(numbers("type", "appeal", "q", number)).containsExactly(number);
        assertThat(numbers("type", "certification", "q", number)).isEmpty();
        Document due = html(get("/cases").param("clock", "MONTH").param("q", number), 200);
        assertThat(due.select("tbody th").eachText()).containsExactly(number);
        assertThat(due.select("tbody td").last().text()).startsWith("C-106, Mar ");
        assertThat(numbers("clock", "MONTH", "q", number, "state", "ENDED")).isEmpty();
        assertThat(numbers("clock", "MISSED", "q", number)).isEmpty();
        appeals.filed("2026-02-27");
        assertThat(html(get("/cases").param("clock", "MONTH").param("after", "soon"), 400)
                        .text())
                .contains("start again from the first page");
        assertThat(html(get("/cases").param("clock", "SOON"), 400).text()).contains("WEEK, MONTH or MISSED");
        RecordPagesTest.signIn("rita.realestate", "real-estate");
        assertThat(numbers("clock", "MONTH")).isEmpty();
    }

    private List<String> numbers(String... parameters) throws Exception {
        MockHttpServletRequestBuilder search = get("/cases");
        for (int i = 0; i < parameters.length; i += 2) {
            search.param(parameters[i], parameters[i + 1]);
        }
        return html(search, 200).select("tbody th").eachText();
    }

    @Test
    void aTeamsTaskIsClaimedFromTheWorkListAndBecomesMine() throws Exception {
        String number = appeals.filed("2026-02-27");
        String task = appeals.task(number).getId();
        clock.set(java.time.Instant.parse("2026-06-01T12:00:00Z"));
        String team = html(get("/work").param("overdue", "true"), 200)
                .select("section, div[aria-labelledby=teamwork]")
                .text();
        assertThat(team).contains(number).contains("(overdue)");
        site.perform(post("/work/claim").param("taskId", task)).andExpect(redirectedUrl(WorkPages.TASKLIST + task));
        assertThat(html(get("/work"), 200).select("div[aria-labelledby=mine]").text())
                .contains(number)
                .contains("Prairie Paving LLC");
        RecordPagesTest.signIn("abe.analyst", "creo-analyst");
        site.perform(post("/work/claim").param("taskId", task)).andExpect(redirectedUrl("/work"));
        assertThat(html(get("/work").param("team", "law"), 403).text()).contains("do not belong to the team law");
    }

    @Test
    void theBoardShowsTheClocksOfCasesThatMayBeReadAndWhyTheyEndWhenTheyDo() throws Exception {
        String number = appeals.filed("2026-02-20");
        Document page = html(get("/clocks"), 200);
        assertThat(page.select("tr:has(a[href=/cases/" + number + "])").text())
                .contains(
                        "Prairie Paving LLC", "C-106", "Mar 6, 2026", "10 business days from Friday, February 20, 2026")
                .contains("Running");
        assertThat(page.select("div[aria-label=Clocks by department] td a")
                        .first()
                        .text())
                .startsWith("1");
        assertThat(html(get("/clocks").param("view", "missed"), 200).text()).doesNotContain(number);
        assertThat(html(get("/clocks").param("view", "late"), 400).text())
                .contains("week, missed, paused, all, ran-out");
        assertThat(html(get("/clocks").param("after", "tomorrow"), 400).text()).contains("first page");
        String csv = site.perform(get("/clocks.csv"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).startsWith("Department,Process,Case").contains(number + ",Prairie Paving LLC,C-106,");
        RecordPagesTest.signIn("rita.realestate", "real-estate");
        assertThat(html(get("/clocks"), 200).text())
                .contains("may read no cases")
                .doesNotContain(number);
        assertThat(html(get("/clocks").param("department", "civil-rights"), 403).text())
                .contains("no department civil-rights");
        assertThat(site.perform(get("/clocks.csv")).andReturn().getResponse().getContentAsString())
                .doesNotContain(number);
    }

    @Test
    void aCaseOfAStoppedModuleIsStillShownAndSaysWhyItStandsStill() throws Exception {
        String number = appeals.filed("2026-02-27");
        OneModule module = new OneModule(
                new ModuleId("civil-rights", "1.0.0"),
                List.of(new ProcessDeclaration("appeal", "APPL", "Appeal", "appealId", null)),
                Map.of());
        TrialCity city = TrialCity.fresh().activate(module);
        CaseAccess access =
                CityForTests.access(CityForTests.module("civil-rights", "APPL", "appeal", "creo-analyst", Right.READ));
        DocumentStore store = StoreForTests.open(source, folder, access, clock);
        store.forModule("civil-rights")
                .store(
                        new NewDocument(
                                number, number, "LICENSE", "of-civil-rights.txt", LocalDate.now(clock), false, "ana"),
                        new ByteArrayInputStream("text".getBytes(StandardCharsets.UTF_8)));
        documents = StoreForTests.lists(store, access);
        site = site(city, city.departments());
        assertThat(html(get("/cases/" + number), 200).select(".usa-alert--warning"))
                .isEmpty();
        city.end(module, State.STOPPED);
        Document page = html(get("/cases/" + number), 200);
        assertThat(page.select(".usa-alert--warning").text())
                .isEqualTo("The module civil-rights is stopped; its cases wait and nothing is lost. Try again when it"
                        + " runs again.");
        assertThat(page.selectFirst("h1").text()).startsWith(number + " · Appeal");
        assertThat(page.select("section[aria-labelledby=next]").text()).contains("Forward appeal");
        assertThat(page.select("section[aria-labelledby=documents]").text()).contains("of-civil-rights.txt");
        assertThat(page.select("section[aria-labelledby=journal] li")).isNotEmpty();

        Document work = html(get("/work"), 200);
        assertThat(work.select(".usa-alert--warning").text()).contains("The module civil-rights is stopped");
        assertThat(work.text()).contains(number).contains("Forward appeal");
        RecordPagesTest.signIn("rita.realestate", "real-estate");
        html(get("/cases/" + number), 403);
    }

    @Test
    void aCaseWhoseOwnVersionIsStoppedSaysSoWhileTheNewerOneTakesCases() throws Exception {
        String number = appeals.filed("2026-02-27");
        String deployment = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("appeal")
                .latestVersion()
                .singleResult()
                .getDeploymentId();
        List<ProcessDeclaration> processes =
                List.of(new ProcessDeclaration("appeal", "APPL", "Appeal", "appealId", null));
        OneModule old = new OneModule(new ModuleId("civil-rights", "1.0.0"), processes, Map.of());
        OneModule newer = new OneModule(new ModuleId("civil-rights", "2.0.0"), processes, Map.of());
        TrialCity city = TrialCity.fresh().activate(old).activate(newer).deployed(deployment, old.id());
        site = site(city, city.departments());
        assertThat(html(get("/cases/" + number), 200).select(".usa-alert--warning"))
                .isEmpty();
        city.end(old, State.STOPPED);
        assertThat(html(get("/cases/" + number), 200)
                        .select(".usa-alert--warning")
                        .text())
                .startsWith("The module civil-rights 1.0.0 is stopped;");
        assertThat(html(get("/work"), 200).select(".usa-alert--warning")).isEmpty();
    }

    @Test
    void aFinishedCaseOfARemovedModuleIsShownFromJournalAndHistory() throws Exception {
        String number = appeals.forwarded("2026-02-27", "2026-03-02", "2026-03-20");
        cases.message("documentsReceived", number, Map.of("documentsReceivedOn", "2026-03-04"));
        appeals.complete(number, Map.of());
        OneModule module = new OneModule(
                new ModuleId("civil-rights", "1.0.0"),
                List.of(new ProcessDeclaration("appeal", "APPL", "Appeal", "appealId", null)),
                Map.of());
        TrialCity city =
                TrialCity.fresh().activate(module).end(module, State.RETIRED).remove(module);
        site = site(city, city.departments());
        Document page = html(get("/cases/" + number), 200);
        assertThat(page.select(".usa-alert--warning")).isEmpty();
        assertThat(page.selectFirst("h1").text()).startsWith(number + " · Appeal");
        assertThat(page.select("section[aria-labelledby=next]").text()).contains("The case has ended: Appeal decided");
        assertThat(page.select("section[aria-labelledby=journal] li")).isNotEmpty();
    }

    private void grant() {
        var authorizations = engine.getAuthorizationService();
        if (authorizations.createAuthorizationQuery().groupIdIn("creo-analyst").count() == 0) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId("creo-analyst");
            grant.setResource(Resources.PROCESS_DEFINITION);
            grant.setResourceId("appeal");
            grant.addPermission(Permissions.READ);
            authorizations.saveAuthorization(grant);
        }
    }

    private Document html(MockHttpServletRequestBuilder request, int status) throws Exception {
        return Jsoup.parse(site.perform(request)
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
