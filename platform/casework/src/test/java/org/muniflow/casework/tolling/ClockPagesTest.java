package org.muniflow.casework.tolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.casework.CityForTests;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.ledger.LedgerEntry;
import org.muniflow.casework.ledger.Tolling;
import org.muniflow.kernel.engine.CityClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

@AppealCases
class ClockPagesTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    CityClock clock;

    @Autowired
    ClockLedger ledger;

    @Autowired
    Tolling tolling;

    private String number;
    private String page;
    private MockMvc site;

    @BeforeEach
    void open() {
        Appeals appeals = new Appeals(engine, cases, clock);
        appeals.deploy("2026-03-02"); // Monday
        number = appeals.filed("2026-02-27");
        page = "/cases/" + number + "/clocks/" + ledger.ofCase(number).get(0).id();
        CaseClocks clocks = new CaseClocks(
                ledger,
                tolling,
                CityForTests.access(
                        CityForTests.module("civil-rights", "APPL", "appeal", "creo-analyst", Right.READ, Right.WORK)));
        site = MockMvcBuilders.standaloneSetup(new ClockPages(clocks), new ClockRest(clocks))
                .setViewResolvers(views())
                .setMessageConverters(new MappingJackson2HttpMessageConverter(JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .build()))
                .build();
        signIn("creo-analyst");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        clock.release();
    }

    @Test
    void aClerkPausesAClockAndLetsItRunOnAndThePageSaysWhy() throws Exception {
        site.perform(get(page))
                .andExpect(content()
                        .string(allOf(
                                containsString("March 13, 2026"),
                                containsString(page + "/pause"),
                                containsString(page + "/extend"),
                                not(containsString(page + "/resume")))));
        site.perform(get(page + "/pause")).andExpect(content().string(containsString("Paused from")));
        site.perform(post(page + "/pause").param("on", "2026-03-01"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Enter a reason in a sentence."),
                                containsString("Enter the section or order that allows it."),
                                containsString("value=\"2026-03-01\""))));
        site.perform(post(page + "/pause").param("on", "2 March"))
                .andExpect(content().string(containsString("Enter a date as year-month-day")));
        site.perform(post(page + "/pause")
                        .param("on", "2026-03-02")
                        .param("reason", "The parties are in mediation.")
                        .param("cites", "KCMO Code § 3-461(s)"))
                .andExpect(redirectedUrl(page));
        site.perform(get(page))
                .andExpect(content()
                        .string(allOf(
                                containsString("None while paused; it was to be March 13, 2026"),
                                containsString("The parties are in mediation"),
                                containsString(page + "/resume"),
                                not(containsString(page + "/extend")))));
        site.perform(get(page + "/extend")).andExpect(redirectedUrl(page));
        clock.advance(java.time.Duration.ofDays(7));
        site.perform(post(page + "/resume")
                        .param("on", "2026-03-09")
                        .param("reason", "Mediation has failed.")
                        .param("cites", "KCMO Code § 3-461(s)"))
                .andExpect(redirectedUrl(page));
        site.perform(get(page)).andExpect(content().string(containsString("March 20, 2026")));
    }

    @Test
    void machinesReadClocksAndExtendThem() throws Exception {
        String api = "/api" + page;
        site.perform(get("/api/cases/" + number + "/clocks"))
                .andExpect(jsonPath("$[0].clockId").value("C-106"))
                .andExpect(jsonPath("$[0].due").value("2026-03-13"))
                .andExpect(jsonPath("$[0].why").isNotEmpty());
        site.perform(post(api + "/extend")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"on\": \"2026-04-01\", \"reason\": \"Good cause shown.\", \"cites\": \"KCMO Code §"
                                + " 3-461(s)\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.due").value("2026-04-01"))
                .andExpect(jsonPath("$.firstDue").value("2026-03-13"))
                .andExpect(jsonPath("$.changes[0].kind").value("EXTENDED"));
        site.perform(post(api + "/forget")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isNotFound());
    }

    @Test
    void whoMayNotWorkOnTheCaseChangesNoClock() throws Exception {
        signIn("real-estate");
        site.perform(get(page)).andExpect(status().isNotFound());
        site.perform(post(page + "/pause").param("on", "2026-03-02")).andExpect(status().isNotFound());
        site.perform(get("/api/cases/" + number + "/clocks")).andExpect(status().isNotFound());
        assertThat(ledger.ofCase(number).get(0).state()).isEqualTo(LedgerEntry.State.RUNNING);
    }

    private static void signIn(String... groups) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "ana.analyst",
                        null,
                        Stream.of(groups).map(SimpleGrantedAuthority::new).toList()));
    }

    private static ThymeleafViewResolver views() {
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
