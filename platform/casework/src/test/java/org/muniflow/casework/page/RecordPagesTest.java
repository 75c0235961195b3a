package org.muniflow.casework.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.page.RecordPage;
import org.muniflow.casework.department.TrialCity;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleState.State;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class RecordPagesTest {

    private static final String TEMPLATE = """
            <p class="owner" th:each="owner : ${model.owners}" th:text="${owner.name}">Name</p>
            <form method="post" novalidate>
              <th:block th:replace="~{frame/fields :: text(name='name', label='Name')}"/>
              <th:block th:replace="~{frame/fields :: number(name='percent', label='Percent')}"/>
              <th:block th:replace="~{frame/fields :: select(name='kind', label='Kind')}"/>
              <th:block th:replace="~{frame/fields :: radio(name='citizen', label='Citizen')}"/>
              <button th:if="${editable}" name="action" value="save">Save</button>
            </form>
            """;
    private static final String ADDRESS = "/records/trial/owners/A-1";

    private final OwnersPage owners = new OwnersPage();
    private final TrialModule module = new TrialModule(List.of(owners), Map.of("pages/owners.html", TEMPLATE));
    private final TrialCity city = TrialCity.fresh();
    private final List<String> journal = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private MockMvc site;

    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneId.of("America/Chicago"));
        ModulePages pages = new ModulePages();
        city.heardBy(pages).activate(module);
        RecordVisits visits = new RecordVisits(
                pages,
                new PageJournal(
                        (owner, recordId, what, detail) -> {
                            journal.add(recordId + " " + what);
                            details.add(String.valueOf(detail));
                        },
                        (owner, recordId) -> {}),
                new DataSourceTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:recordpages")),
                clock);
        site = MockMvcBuilders.standaloneSetup(new RecordPages(city, city.departments(), visits))
                .addInterceptors(new Frames("camunda-admin", Set.of("records-director")))
                .setViewResolvers(views())
                .build();
        signIn("ana.analyst", "creo-analyst");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aPageIsShownInTheFrameWithItsValuesEscaped() throws Exception {
        owners.saved.add(
                new OwnerForm("Ana <i>", new BigDecimal("51.50"), null, null, true, OwnerForm.Kind.TRUST, List.of()));
        Document page = html(get(ADDRESS), 200);
        assertThat(page.selectFirst("h1").text()).isEqualTo("Owners Firm <b>&</b> Sons");
        assertThat(page.selectFirst(".owner").text()).isEqualTo("Ana <i>");
        assertThat(page.selectFirst("#field-percent").val()).isEqualTo("51.50");
        assertThat(page.selectFirst("#field-kind option[selected]").text()).isEqualTo("Trust");
        assertThat(page.select("#field-kind option").eachText()).contains("Natural person");
        assertThat(page.selectFirst("input[name=citizen][value=true]").hasAttr("checked"))
                .isTrue();
        assertThat(page.selectFirst("#field-name").attr("aria-required")).isEqualTo("true");
        assertThat(page.text()).contains("Signed in as ana.analyst");
    }

    @Test
    void aValidFormIsSavedInOneTransactionJournaledAndAnsweredByARedirect() throws Exception {
        site.perform(post(ADDRESS)
                        .param("name", " Ana ")
                        .param("percent", "$1.50")
                        .param("bornOn", "1980-02-29")
                        .param("years", "")
                        .param("kind", "NATURAL_PERSON")
                        .param("programs", "MBE", "WBE"))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl(ADDRESS))
                .andExpect(flash().attribute("message", "Owner saved."));
        assertThat(owners.saved)
                .containsExactly(new OwnerForm(
                        "Ana",
                        new BigDecimal("1.50"),
                        LocalDate.of(1980, 2, 29),
                        null,
                        null,
                        OwnerForm.Kind.NATURAL_PERSON,
                        List.of("MBE", "WBE")));
        assertThat(journal)
                .containsExactly("A-1 Page \"Owners\" saved by ana.analyst: Owner saved."
                        + " Fields: Name, Percent, Born on, Kind, Programs.");
        assertThat(details.get(0))
                .startsWith("{\"page\":\"owners\",\"fields\":[{\"name\":\"name\",\"from\":null,\"to\":\"Ana\"}");
    }

    @Test
    void theJournalTellsTheFormerAndTheNewValueOfEachFieldThatChanged() throws Exception {
        owners.saved.add(
                new OwnerForm("Ana", new BigDecimal("51.5"), null, null, null, OwnerForm.Kind.TRUST, List.of("MBE")));
        site.perform(post(ADDRESS)
                        .param("name", "Ana")
                        .param("percent", "49")
                        .param("kind", "TRUST")
                        .param("programs", "MBE"))
                .andExpect(status().is3xxRedirection());
        assertThat(journal.get(0)).endsWith("Owner saved. Fields: Percent.").doesNotContain("49");
        assertThat(details)
                .containsExactly(
                        "{\"page\":\"owners\",\"fields\":[{\"name\":\"percent\",\"from\":\"51.5\",\"to\":\"49\"}]}");
    }

    @Test
    void charactersThatNotEveryDatabaseKeepsAreRefused() throws Exception {
        Document page = html(
                post(ADDRESS).param("name", "An\u0000a").param("percent", "1").param("kind", "TRUST"), 422);
        assertThat(page.select(".usa-alert--error li").text()).contains("without control characters");
        assertThat(owners.saved).isEmpty();
    }

    @Test
    void everyWrongFieldIsNamedAtOnceAndTheEnteredValuesStay() throws Exception {
        Document page = html(
                post(ADDRESS)
                        .param("name", "")
                        .param("percent", "12O")
                        .param("bornOn", "3/9/1980")
                        .param("years", "many")
                        .param("kind", "ROBOT"),
                422);
        assertThat(page.select(".usa-alert--error li").eachText())
                .containsExactly(
                        "Name: fill this in",
                        "Percent: Enter a number, for example 1250 or 1250.00",
                        "Born on: Enter a date as YYYY-MM-DD, for example 1980-03-09".replace("1980", "2026"),
                        "Years: Enter a whole number, for example 12",
                        "Kind: Choose one of the listed values");
        assertThat(page.selectFirst("#field-percent").val()).isEqualTo("12O");
        assertThat(page.selectFirst("#field-percent").attr("aria-describedby")).isEqualTo("field-percent-error");
        assertThat(owners.saved).isEmpty();
        assertThat(journal).isEmpty();
    }

    @Test
    void aRuleOfTheFormSpeaksInItsOwnWords() throws Exception {
        Document page = html(post(ADDRESS).param("name", "Ana").param("percent", "101"), 422);
        assertThat(page.select(".usa-alert--error li").eachText())
                .containsExactly("An owner holds at most 100 percent");
    }

    @Test
    void aRejectionByTheModuleIsShownAtItsField() throws Exception {
        Document page = html(post(ADDRESS).param("name", "Nobody").param("percent", "1"), 422);
        assertThat(page.selectFirst("#field-name-error").text()).isEqualTo("Error: Name a person");
        assertThat(page.selectFirst("#field-name").val()).isEqualTo("Nobody");
        assertThat(journal).isEmpty();
    }

    @Test
    void filesComeWithTheSubmission() throws Exception {
        MockMultipartFile file =
                new MockMultipartFile("paper", "deed.pdf", "application/pdf", "x".getBytes(StandardCharsets.UTF_8));
        site.perform(multipart(ADDRESS)
                        .file(file)
                        .file(new MockMultipartFile("other", "", "application/octet-stream", new byte[0]))
                        .param("name", "Ana")
                        .param("percent", "1")
                        .param("action", "finish"))
                .andExpect(redirectedUrl("/records/trial/firm/A-1"));
        assertThat(owners.files).containsExactly("deed.pdf:x");
    }

    @Test
    void aReaderSeesButDoesNotChangeAndAStrangerIsRefusedInWords() throws Exception {
        signIn("dora.director", "creo-director");
        assertThat(html(get(ADDRESS), 200).select("main button")).isEmpty();
        assertThat(html(post(ADDRESS).param("name", "Ana"), 403).text()).contains("Only creo-analyst may change");
        signIn("rita.realestate", "real-estate");
        Document refused = html(get(ADDRESS), 403);
        assertThat(refused.text())
                .contains("Only creo-analyst, creo-director may read the page \"Owners\"")
                .contains("Signed in as rita.realestate");
    }

    @Test
    void unknownRecordsPagesAndModulesAreNotFoundInWords() throws Exception {
        assertThat(html(get("/records/trial/owners/missing"), 404).text()).contains("There is no record missing.");
        assertThat(html(get("/records/trial/pets/A-1"), 404).text()).contains("Trials has no page 'pets'");
        assertThat(html(get("/records/zoo/owners/A-1"), 404).text()).contains("There is no module 'zoo'");
    }

    @Test
    void thePageOfAStoppedModuleSaysSoAndThatOfAGoneOneIsNotFound() throws Exception {
        city.end(module, State.STOPPED);
        Document closed = html(get(ADDRESS), 503);
        assertThat(closed.selectFirst("h1").text()).isEqualTo("This page is closed for now");
        assertThat(closed.text())
                .contains("The module trial is stopped; its cases wait and nothing is lost.")
                .contains("Signed in as ana.analyst");
        assertThat(html(post(ADDRESS).param("name", "Ana").param("percent", "1"), 503)
                        .text())
                .contains("The module trial is stopped");
        city.end(module, State.FAILED);
        assertThat(html(get(ADDRESS), 503).text()).contains("The module trial could not be started");
        city.end(module, State.INSTALLED);
        assertThat(html(get(ADDRESS), 503).text()).contains("The module trial has not been started yet");
        city.end(module, State.RETIRED);
        assertThat(html(get(ADDRESS), 404).text()).contains("The module trial has been retired");
        city.remove(module);
        assertThat(html(get(ADDRESS), 404).text()).contains("The module trial is no longer installed");
        assertThat(owners.saved).isEmpty();
        city.activate(module);
        html(get(ADDRESS), 200);
    }

    @Test
    void aPageThatTheNewerVersionHasDroppedIsStillThereForTheCasesOfTheOlder() throws Exception {
        TrialModule newer = new TrialModule(new ModuleId("trial", "2.0.0"), List.of(), Map.of());
        city.activate(newer);
        assertThat(html(get(ADDRESS), 200).selectFirst("h1").text()).isEqualTo("Owners Firm <b>&</b> Sons");
        assertThat(html(get("/records/trial/pets/A-1"), 404).text()).contains("Trials has no page 'pets'");
        city.end(module, State.RETIRED);
        assertThat(html(get(ADDRESS), 404).text()).contains("Trials has no page 'owners'");
    }

    @Test
    void aModuleWhosePagesCannotWorkIsRefusedWithEveryReason() {
        List<String> problems = new ArrayList<>();
        new ModulePages().check(new TrialModule(List.of(owners, new OwnersPage()), Map.of()), problems::add);
        assertThat(problems)
                .hasSize(3)
                .anyMatch(problem -> problem.contains("Two record pages of trial have the key 'owners'"))
                .anyMatch(problem -> problem.contains("add pages/owners.html"));
        assertThat(module.components(RecordPage.class)).hasSize(1);
    }

    private Document html(MockHttpServletRequestBuilder request, int status) throws Exception {
        return Jsoup.parse(site.perform(request)
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    static void signIn(String user, String... groups) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        user,
                        null,
                        java.util.stream.Stream.of(groups)
                                .map(SimpleGrantedAuthority::new)
                                .toList()));
    }

    static ThymeleafViewResolver views() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }
}
