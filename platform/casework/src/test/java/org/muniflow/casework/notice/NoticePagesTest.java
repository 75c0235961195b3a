package org.muniflow.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniflow.api.casework.Notices;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.casework.CityForTests;
import org.muniflow.casework.Database;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.casework.document.DocumentStore;
import org.muniflow.casework.document.StoreForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class NoticePagesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-28T15:00:00Z"), ZoneId.of("America/Chicago"));
    private static final Clock LETTER_DAY =
            Clock.fixed(Instant.parse("2024-05-16T15:00:00Z"), ZoneId.of("America/Chicago"));

    @TempDir
    Path folder;

    private final List<String> journal = new ArrayList<>();
    private final List<String> started = new ArrayList<>();
    private Notices notices;
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
        notices = desk.forModule(CivilRightsLetters.sender().module());
        id = notices.send(CivilRightsLetters.denial("CITY"));
        PrintRoom room = new PrintRoom(
                outbox,
                (caseNumber, clockId, on) -> started.add(clockId + " " + on),
                (caseNumber, recordId, what, cites) -> {},
                step,
                CLOCK);
        CaseAccess access = CityForTests.access(
                CityForTests.module("civil-rights", "CERT", "certification", "creo-analyst", Right.READ, Right.WORK));
        PrintQueue queue = new PrintQueue(JdbcClient.create(source));
        Receipts receipts = new Receipts(
                outbox,
                queue,
                room,
                access,
                (clockId, on) -> Optional.of("creo-director"),
                (caseNumber, recordId, what, cites) -> journal.add(what),
                step,
                CLOCK,
                10);
        PrintPages prints = new PrintPages(
                outbox,
                queue,
                new PrintRuns(outbox, (caseNumber, recordId, what, cites) -> journal.add(what), step, CLOCK),
                new PrintOut(
                        new Letters(city),
                        new LetterPdf(),
                        document -> documents.open(
                                documents.find(document).orElseThrow().document()),
                        CLOCK.getZone()),
                receipts,
                access);
        http = MockMvcBuilders.standaloneSetup(new NoticePages(outbox, room, receipts, access, CLOCK), prints)
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

        assertThat(started).containsExactly("C-105 2024-05-20");
        http.perform(get("/notices").param("state", "RECEIVED"))
                .andExpect(content().string(containsString("May 20, 2024")));
    }

    @Test
    void aLetterIsPrintedOnceAndAFurtherCopySaysSo() throws Exception {
        String run = http.perform(post("/notices/print").param("id", id))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        http.perform(get(run)).andExpect(content().string(containsString("One letter printed")));
        String printed = text(http.perform(get(run + "/letters.pdf")).andReturn());
        assertThat(printed)
                .containsSubsequence(
                        "Certified mail, return receipt requested",
                        "May 28, 2024, by ana.analyst",
                        "Article number",
                        "Reasons for the denial")
                .doesNotContain("Further copy");
        http.perform(get("/notices")).andExpect(content().string(not(containsString("CERT-2026-000123"))));
        http.perform(get("/notices").param("state", "TO_MAIL"))
                .andExpect(content().string(containsString("CERT-2026-000123")));

        http.perform(post("/notices/print").param("page", id).param("all", "true"))
                .andExpect(redirectedUrl("/notices"))
                .andExpect(flash().attribute("problem", containsString("Nothing is left to print")));
        assertThat(text(http.perform(post("/notices/" + id + "/copy")).andReturn()))
                .contains("Further copy, printed May 28, 2024, by ana.analyst. Put only one copy into the post.");
        assertThat(journal)
                .containsExactly(
                        "Letter printed by ana.analyst: Letter to Peña & Søn",
                        "A further copy of a letter printed by ana.analyst: Letter to Peña & Søn");
    }

    @Test
    void thePrintOutOfManyLettersIsAccessibleAndKeepsForever() throws Exception {
        LetterTest.startValidator();
        String second = notices.send(CivilRightsLetters.spanish(CivilRightsLetters.denial("NONE")));
        String run = http.perform(post("/notices/print").param("id", id, second))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        byte[] printed = http.perform(get(run + "/letters.pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        Files.write(Path.of("target", "print-out.pdf"), printed);
        LetterTest.assertCompliant(printed, PDFAFlavour.PDFUA_1);
        LetterTest.assertCompliant(printed, PDFAFlavour.PDFA_2_A);
        try (PDDocument document = Loader.loadPDF(printed)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("2 letters to mail");
            assertThat(ReadingOrder.of(document))
                    .containsSubsequence("Article number", " Peña & Søn “Builders” LLC:", "Article number")
                    .contains("Dear Peña", "Estimado(a) Peña");
        }
    }

    @Test
    void A_09_whoHearsOfTheClockDecidesAboutALetterWithoutProofOfReceipt() throws Exception {
        http.perform(post("/notices/" + id + "/mailing")
                .param("mailedOn", "2024-05-17")
                .param("articleNumber", "9407100000000000000000"));
        http.perform(get("/notices/unproven")).andExpect(content().string(containsString("No letter waits")));
        http.perform(post("/notices/" + id + "/decision").param("decision", "NOT_RECEIVED"))
                .andExpect(status().isForbidden());

        signIn("creo-analyst", "creo-director");
        http.perform(get("/notices")).andExpect(content().string(containsString("One letter has no proof of receipt")));
        http.perform(get("/notices/unproven")).andExpect(content().string(containsString("/notices/" + id)));
        http.perform(get("/notices/" + id))
                .andExpect(content().string(containsString("Decide without proof of receipt")));
        http.perform(post("/notices/" + id + "/decision")
                        .param("decision", "TAKE_AS_RECEIVED")
                        .param("takenOn", "2024-05-16"))
                .andExpect(content()
                        .string(allOf(
                                containsString("before the day of mailing, May 17, 2024"), containsString("Say why"))));
        http.perform(post("/notices/" + id + "/decision")
                        .param("decision", "TAKE_AS_RECEIVED")
                        .param("takenOn", "2024-05-22")
                        .param("reason", "The owner answered the letter on May 22."))
                .andExpect(redirectedUrl("/notices/" + id));

        assertThat(started).containsExactly("C-105 2024-05-22");
        assertThat(journal.get(journal.size() - 1))
                .contains("ana.analyst decided that the letter counts as received on 2024-05-22", "answered");
        http.perform(get("/notices/unproven")).andExpect(content().string(containsString("No letter waits")));
        http.perform(get("/notices/" + id))
                .andExpect(content().string(containsString("Counted as received, decided by ana.analyst")));
    }

    @Test
    void anotherDepartmentSeesNoLetterAndRecordsNothing() throws Exception {
        signIn("real-estate");

        http.perform(get("/notices")).andExpect(content().string(not(containsString("CERT-2026-000123"))));
        http.perform(get("/notices/" + id)).andExpect(status().isNotFound());
        http.perform(post("/notices/" + id + "/receipt").param("receivedOn", "2024-05-20"))
                .andExpect(status().isNotFound());
        http.perform(post("/notices/print").param("id", id)).andExpect(status().isForbidden());
        http.perform(post("/notices/" + id + "/copy")).andExpect(status().isNotFound());
    }

    private static String text(MvcResult answer) throws Exception {
        assertThat(answer.getResponse().getContentType()).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            return ReadingOrder.of(document);
        }
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
