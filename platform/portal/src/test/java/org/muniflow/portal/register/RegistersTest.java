package org.muniflow.portal.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muniflow.api.register.Register;
import org.muniflow.casework.department.Department;
import org.muniflow.casework.department.Standing;
import org.muniflow.casework.page.CsvText;
import org.muniflow.portal.TrialDepartments;
import org.muniflow.portal.TrialModule;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class RegistersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneId.of("America/Chicago"));
    private final MockMvc site = site(new TrialModule(List.of(new Firms()), Map.of()), TrialDepartments.open());

    /** Two firms, one per page. */
    private static final class Firms implements Register {

        private static final List<String> NAMES = List.of("=cmd()|A & <b>Sons</b>", "Beta \"B\" LLC");

        @Override
        public String id() {
            return "mwbe-directory";
        }

        @Override
        public String title() {
            return "Directory of certified firms";
        }

        @Override
        public String cites() {
            return "KCMO Code § 3-461(m)";
        }

        @Override
        public List<Column> columns() {
            return List.of(new Column("name", "Firm"), new Column("naics", "NAICS"), new Column("size", "Size"));
        }

        @Override
        public List<Filter> filters() {
            Map<String, String> programs = new LinkedHashMap<>();
            programs.put("MBE", "Minority");
            return List.of(new Filter("name", "Name", "", Map.of()), new Filter("program", "Program", "", programs));
        }

        @Override
        public Answer search(Question question) {
            String name = question.filters().getOrDefault("name", "");
            if (name.equals("%")) {
                throw new IllegalArgumentException("Name: '%' is not a name");
            }
            List<String> found =
                    NAMES.stream().filter(one -> one.contains(name)).toList();
            int from = question.after() == null ? 0 : Integer.parseInt(question.after());
            List<Map<String, Object>> rows = found.stream()
                    .skip(from)
                    .limit(1)
                    .map(one -> Map.<String, Object>of("name", one, "naics", List.of("236220", "238210"), "size", -3))
                    .toList();
            return new Answer(rows, from + 1 < found.size() ? String.valueOf(from + 1) : null, found.size());
        }
    }

    @Test
    void theDirectoryListsFirmsEscapedWithNextPageAndDownload() throws Exception {
        Document page = html(get("/directory").param("program", "MBE"), 200);
        assertThat(page.selectFirst("tbody th").text()).isEqualTo("=cmd()|A & <b>Sons</b>");
        assertThat(page.selectFirst("tbody td").text()).isEqualTo("236220, 238210");
        assertThat(page.selectFirst("#results").text()).isEqualTo("2 firms");
        assertThat(page.selectFirst("a[rel=next]").attr("href")).isEqualTo("/directory?program=MBE&after=1");
        assertThat(page.text()).contains("Download as CSV").contains("KCMO Code § 3-461(m)");
        assertThat(page.selectFirst("#field-program option[selected]").text()).isEqualTo("Minority");
        assertThat(page.text()).contains("Staff sign-in");
    }

    @Test
    void theDirectorySaysWhatToDoWhenNothingMatchesOrTheQuestionIsWrong() throws Exception {
        assertThat(html(get("/directory").param("name", "Zzz"), 200).text())
                .contains("No firm matches")
                .contains("show all firms");
        Document wrong = html(get("/directory").param("asOf", "yesterday").param("program", "XYZ"), 400);
        assertThat(wrong.select(".usa-alert--error li").eachText())
                .containsExactlyInAnyOrder(
                        "As of: enter a date as YYYY-MM-DD, for example 2026-11-20.",
                        "Program: 'XYZ' is not among the choices MBE.");
        assertThat(html(get("/directory").param("name", "%"), 400).text()).contains("'%' is not a name");
    }

    @Test
    void aStoppedModuleClosesTheDirectoryAndItsRegistersInWords() throws Exception {
        String sentence = "The module trial is stopped; its cases wait and nothing is lost. Try again later.";
        MockMvc closed = site(
                new TrialModule(List.of(), Map.of()),
                new TrialDepartments(
                        new Standing(Standing.Kind.AWAY, sentence),
                        List.of(new Department.Offer(Department.Offer.Kind.REGISTER, "mwbe-directory"))));
        Document page = Jsoup.parse(closed.perform(get("/directory"))
                .andExpect(status().isServiceUnavailable())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.selectFirst("h1").text()).isEqualTo("The directory is closed for now");
        assertThat(page.text()).contains(sentence);
        for (String address : List.of("/api/registers/mwbe-directory", "/api/registers/mwbe-directory.csv")) {
            closed.perform(get(address))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(jsonPath("$.message").value(sentence));
        }
        closed.perform(get("/api/registers")).andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void aRegisterThatNeverWasIsNotFound() throws Exception {
        MockMvc empty = site(new TrialModule(List.of(), Map.of()), TrialDepartments.open());
        empty.perform(get("/directory")).andExpect(status().isServiceUnavailable());
        empty.perform(get("/api/registers/mwbe-directory"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.message")
                        .value("There is no register 'mwbe-directory'. GET /api/registers lists those there are."));
    }

    @Test
    void jsonAnswersRowsAndTheKeyToContinue() throws Exception {
        site.perform(get("/api/registers/mwbe-directory"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.asOf").value("2026-11-20"))
                .andExpect(jsonPath("$.rows[0].naics[1]").value("238210"))
                .andExpect(jsonPath("$.next").value("1"));
        site.perform(get("/api/registers"))
                .andExpect(jsonPath("$[0].id").value("mwbe-directory"))
                .andExpect(jsonPath("$[0].filters[1].options.MBE").value("Minority"));
        site.perform(get("/api/registers/mwbe-directory").param("colour", "red").param("limit", "0"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors.length()").value(2))
                .andExpect(jsonPath("$.errors[0].field").value("colour"));
    }

    @Test
    void csvHoldsEveryPageAndNoFormula() throws Exception {
        String expected = "Firm,NAICS,Size\r\n'=cmd()|A & <b>Sons</b>,236220; 238210,-3\r\n"
                + "\"Beta \"\"B\"\" LLC\",236220; 238210,-3\r\n";
        site.perform(get("/api/registers/mwbe-directory.csv"))
                .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                .andExpect(header().string(
                                "Content-Disposition", "attachment; filename=\"mwbe-directory-2026-11-20.csv\""))
                .andExpect(content().string(expected));
        site.perform(get("/api/registers/mwbe-directory").accept("text/csv"))
                .andExpect(content().string(expected));
        assertThat(List.of(
                        CsvText.cell("+1"),
                        CsvText.cell("@a"),
                        CsvText.cell("\tx"),
                        CsvText.cell("-"),
                        CsvText.cell(-1)))
                .containsExactly("'+1", "'@a", "'\tx", "'-", "-1");
    }

    private Document html(MockHttpServletRequestBuilder request, int status) throws Exception {
        return Jsoup.parse(site.perform(request.accept("text/html"))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static MockMvc site(TrialModule city, TrialDepartments departments) {
        Registers registers = new Registers(city, departments, CLOCK);
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return MockMvcBuilders.standaloneSetup(new RegisterApi(registers), new DirectoryPage(registers))
                .setViewResolvers(views)
                .setMessageConverters(
                        new org.springframework.http.converter.ByteArrayHttpMessageConverter(),
                        new org.springframework.http.converter.json.MappingJackson2HttpMessageConverter(city.json()))
                .build();
    }
}
