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
import java.util.ArrayList;
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
import org.muniflow.casework.cases.Parties;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.department.DepartmentsForTests;
import org.muniflow.casework.department.TrialCity;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.casework.document.CaseDocumentLists;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.document.StoreForTests;
import org.muniflow.casework.journal.CaseAccount;
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
    Parties parties;

    @Autowired
    CasesByClock byClock;

    @Autowired
    CaseHistory history;

    @Autowired
    ClockLedger ledger;

    @Autowired
    ClockBoard board;

    @Autowired
    CaseAccount account;

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
        CaseStory story = new CaseStory(account, departments);
        CaseVersions versions = new CaseVersions(
                engine.getRuntimeService(), engine.getRepositoryService(), modules, departments, actors);
        return MockMvcBuilders.standaloneSetup(
                        new CasePages(
                                files,
                                parties,
                                byClock,
                                new CaseTeams(jdbc),
                                trails,
                                versions,
                                ledger,
                                facts,
                                story,
                                work,
                                rights,
                                (file, visitor) -> new Corrections.Offered(List.of(), null, false),
                                file -> new Keeping.Said("", false),
                                clock),
                        new CaseApi(files, trails, rights),
                        new JournalPages(files, rights, story, clock),
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

    @Test
    void casesAreFoundByTheNameOfAPartyPageByPage() throws Exception {
        String number = appeals.filed("2026-02-27");
        jdbc.sql("delete from muniflow.case_party").update();
        for (String party : List.of("Owner Ada Park", "Owner Bo Park")) {
            jdbc.sql("insert into muniflow.case_party (module, record_id, place, role, name) values ('civil-rights',"
                            + " 'appeal-7', ?, 'Owner', ?)")
                    .params(party.contains("Ada") ? 0 : 1, party.substring(6))
                    .update();
        }
        assertThat(numbers("party", "park AD", "state", "OPEN")).contains(number);
        assertThat(numbers("party", "park", "type", "nothing")).isEmpty();
        assertThat(numbers("party", "nobody of that name")).isEmpty();
        Document found = html(get("/cases").param("party", "park"), 200);
        assertThat(found.select("tbody th").eachText()).doesNotHaveDuplicates();
        assertThat(numbers("party", "park", "before", number)).doesNotContain(number);
        assertThat(html(get("/cases").param("party", "park").param("q", number), 400)
                        .text())
                .contains("by a party's name, or by number, name and clock");
        assertThat(html(get("/cases/" + number), 200).select(".mf-facts").text())
                .contains("Ada Park (owner); Bo Park (owner)");
        RecordPagesTest.signIn("rita.realestate", "real-estate");
        assertThat(numbers("party", "park")).isEmpty();
    }

    @Test
    void theNextStepSaysWhoByWhenUnderWhichLawAndWhyThen() throws Exception {
        String number = appeals.filed("2026-02-27");
        String next = html(get("/cases/" + number), 200)
                .select("section[aria-labelledby=next]")
                .text();
        assertThat(next)
                .contains("Forward appeal")
                .contains("Mar 13, 2026, in 11 days")
                .contains("business days from Friday, February 27, 2026");
    }

    @Test
    void theRulesThatFiredStandOnTheCasePageWithWhatTheyWereAskedAsFarAsTheReaderMaySeeIt() throws Exception {
        String number = appeals.filed("2026-02-27");
        for (String kept : List.of("", "\"confidentialUnder\":\"KCMO Code § 3-461(p)\",")) {
            jdbc.sql(
                            "insert into muniflow.journal (case_number, element_id, kind, what, cites, written_at, detail)"
                                    + " values (?, 'userTask_forward', 'RULE', 'Rule', 'KCMO Code § 3-461(c)', current_timestamp, ?)")
                    .params(
                            number,
                            "{\"rule\":\"R-210\",\"title\":\"Is it within the limit?\",\"outcome\":\"NOT_MET\"," + kept
                                    + "\"fired\":[{\"row\":\"PNW_EXCEEDED\",\"text\":\"It exceeds the limit.\",\"cites\":\"§"
                                    + " 3-421\"}],\"inputs\":{\"netWorth\":\"1700000\"}}")
                    .update();
        }
        var rules = html(get("/cases/" + number), 200).select("section[aria-labelledby=rules] tbody tr");
        assertThat(rules).hasSize(2);
        assertThat(rules.get(0).text())
                .contains("Is it within the limit? R-210", "Not met", "KCMO Code § 3-461(c)", "Forward appeal")
                .contains("It exceeds the limit.", "Net worth", "1700000");
        // Ana reads cases of this kind here, and works on none.
        assertThat(rules.get(1).text())
                .contains("PNW_EXCEEDED", "kept confidential under KCMO Code § 3-461(p)")
                .doesNotContain("1700000", "It exceeds the limit.");

        Document journal = html(get("/cases/" + number + "/journal").param("show", "rules"), 200);
        assertThat(journal.select(".mf-timeline > li")).hasSize(2);
        assertThat(journal.text()).contains("Waits for its seal").doesNotContain("Task opened");
        assertThat(html(get("/cases/" + number + "/journal").param("show", "secrets"), 400)
                        .text())
                .contains("TASKS, CLOCKS, RULES, CHANGES, CORRECTIONS");
        RecordPagesTest.signIn("rita.realestate", "real-estate");
        html(get("/cases/" + number + "/journal"), 403);
        html(get("/cases/APPL-1999-000001/journal"), 404);
    }

    @Test
    void aLongJournalIsPagedByKeyAndTheCasePageShowsItsEnd() throws Exception {
        String number = appeals.filed("2026-02-27");
        for (int line = 1; line <= 120; line++) {
            jdbc.sql("insert into muniflow.journal (case_number, kind, what, cites, written_at)"
                            + " values (?, 'NOTE', ?, '', current_timestamp)")
                    .params(number, "Note " + line + ".")
                    .update();
        }
        Document page = html(get("/cases/" + number), 200);
        assertThat(page.select(".mf-timeline > li")).hasSize(50);
        assertThat(page.select(".mf-timeline > li").last().text()).endsWith("Note 120.");
        assertThat(page.select("section[aria-labelledby=journal]").text()).contains("These are the newest lines.");
        List<String> all = new ArrayList<>();
        String address = "/cases/" + number + "/journal";
        while (!address.isEmpty()) {
            Document some = html(get(java.net.URI.create(address)), 200);
            all.addAll(some.select(".mf-timeline > li").eachText());
            address = some.select("nav a:contains(Next page)").attr("href");
        }
        assertThat(all).hasSizeGreaterThan(120).doesNotHaveDuplicates();
        assertThat(all.get(all.size() - 1)).contains("Note 120.");
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
