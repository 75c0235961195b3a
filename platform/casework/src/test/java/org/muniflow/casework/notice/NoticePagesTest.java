package org.muniflow.casework.notice;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.casework.CityForTests;
import org.muniflow.casework.Database;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.document.StoreForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class NoticePagesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-28T15:00:00Z"), ZoneId.of("America/Chicago"));
    private static final Clock LETTER_DAY =
            Clock.fixed(Instant.parse("2024-05-16T15:00:00Z"), ZoneId.of("America/Chicago"));

    @TempDir
    Path folder;

    private final List<String> started = new ArrayList<>();
    private MockMvc http;
    private String id;

    @BeforeEach
    void open() {
        DataSource source = Database.fresh();
        TransactionTemplate step = new TransactionTemplate(new JdbcTransactionManager(source));
        Outbox outbox = new Outbox(JdbcClient.create(source));
        City city = new City("City of Kansas City, Missouri", List.of("414 E. 12th Street"), "311", "n@city.example");
        DocumentStore documents = StoreForTests.open(source, folder, LETTER_DAY);
        NoticeDesk desk = new NoticeDesk(
                new Letters(city),
                new LetterPdf(),
                outbox,
                module -> CivilRightsLetters.sender(),
                documents::forModule,
                caseNumber -> Optional.of("app-1"),
                module -> (caseNumber, recordId, what, cites) -> {},
                step,
                LETTER_DAY,
                city);
        id = desk.forModule(CivilRightsLetters.sender().module()).send(CivilRightsLetters.denial("CITY"));
        PrintRoom room = new PrintRoom(
                outbox,
                (caseNumber, clockId, on) -> started.add(clockId + " " + on),
                (caseNumber, recordId, what, cites) -> {},
                step,
                CLOCK);
        NoticePages pages = new NoticePages(
                outbox,
                room,
                CityForTests.access(CityForTests.module(
                        "civil-rights", "CERT", "certification", "creo-analyst", Right.READ, Right.WORK)),
                CLOCK);
        http = MockMvcBuilders.standaloneSetup(pages)
                .setViewResolvers(templates())
                .build();
        signIn("creo-analyst");
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void T_12_aLetterGoesFromTheQueueToItsReturnReceipt() throws Exception {
        http.perform(get("/notices"))
                .andExpect(status().isOk())
                .andExpect(
                        content().string(allOf(containsString("CERT-2026-000123"), containsString("Certified mail"))));
        http.perform(get("/notices/" + id))
                .andExpect(content().string(allOf(containsString("Record the mailing"), containsString("C-105"))));

        http.perform(post("/notices/" + id + "/mailing").param("mailedOn", "2024-05-15"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("before the letter&#39;s date"),
                                containsString("Enter the article number"))));
        http.perform(post("/notices/" + id + "/mailing")
                        .param("mailedOn", "2024-05-17")
                        .param("articleNumber", "9407100000000000000000"))
                .andExpect(redirectedUrl("/notices/" + id));
        http.perform(get("/notices/" + id))
                .andExpect(content()
                        .string(allOf(
                                containsString("Record the return receipt"),
                                not(containsString("Record the mailing")))));
        http.perform(post("/notices/" + id + "/receipt").param("receivedOn", "2024-05-20"))
                .andExpect(redirectedUrl("/notices/" + id));

        org.assertj.core.api.Assertions.assertThat(started).containsExactly("C-105 2024-05-20");
        http.perform(get("/notices").param("state", "RECEIVED"))
                .andExpect(content().string(containsString("May 20, 2024")));
    }

    @Test
    void anotherDepartmentSeesNoLetterAndRecordsNothing() throws Exception {
        signIn("real-estate");

        http.perform(get("/notices")).andExpect(content().string(not(containsString("CERT-2026-000123"))));
        http.perform(get("/notices/" + id)).andExpect(status().isNotFound());
        http.perform(post("/notices/" + id + "/receipt").param("receivedOn", "2024-05-20"))
                .andExpect(status().isNotFound());
    }

    private static ThymeleafViewResolver templates() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    private static void signIn(String... groups) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "ana.analyst",
                        null,
                        Stream.of(groups).map(SimpleGrantedAuthority::new).toList()));
    }
}
