package org.muniflow.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters in a browser: texts, print room, missing receipt, and the public's inbox in English and Spanish, with axe. */
class LetterPagesIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path folder;

    private City city;
    private Browser browser;
    private Person clerk;
    private String number;

    @BeforeEach
    void open() {
        city = City.opening()
                .with("muniflow.mail.constructive-receipt-days", "10")
                .open()
                .install(LettersModule.jar(folder))
                .today(TODAY);
        browser = Browser.start();
        clerk = city.person("cleo.clerk", LettersModule.CLERKS);
        begin("en");
        number = JdbcClient.create(city.bean(DataSource.class))
                .sql("select max(case_number) from muniflow.notice")
                .query(String.class)
                .single();
        begin("es");
    }

    private void begin(String language) {
        Person.Answer begun = clerk.post(
                "/engine-rest/process-definition/key/" + LettersModule.PROCESS + "/start",
                LettersModule.variables(language));
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        city.runDueJobs();
    }

    @AfterEach
    void close() {
        browser.close();
        city.close();
    }

    @Test
    void aLetterGoesFromItsTextToTheDecisionWithoutReceipt() {
        Page page = signedIn();
        at(page, "/letters", "letters-texts");
        at(page, "/letters/letters-office/word?lang=es&without=firm", "letters-missing");
        assertThat(page.locator(".usa-alert--error")).containsText("'firm' is missing (text)");
        at(page, "/letters/letters-office/word?lang=es", "letters-preview");
        assertThat(page.locator(".mf-letter[lang=es]")).containsText("Una palabra para Sample Firm LLC");

        at(page, "/notices", "notices-to-print");
        button(page, "Print all on this page");
        assertThat(page.locator("h1")).hasText("2 letters printed");
        looks(page, "notices-run");
        String run = page.url();
        assertThat(page.request().get(run + "/letters.pdf").body()).startsWith("%PDF-".getBytes());
        at(page, "/notices?state=TO_MAIL", "notices-to-mail");
        link(page, "A word");
        looks(page, "notice-printed");
        page.fill("input[name=mailedOn]", "2026-03-02");
        page.fill("input[name=articleNumber]", "9407100000000000000000");
        button(page, "Record mailing");
        city.today(TODAY.plusDays(11));

        page.navigate("/");
        link(page, "One certified letter: decide");
        looks(page, "notices-unproven");
        link(page, "A word");
        looks(page, "notice-unproven");
        button(page, "Record the decision");
        assertThat(page.locator(".usa-alert--error")).containsText("Choose what is to happen.");
        page.getByText("It was not received; no clock runs").click();
        page.fill("textarea[name=reason]", "The building was torn down.");
        button(page, "Record the decision");
        assertThat(page.locator(".usa-alert--success")).containsText("Decision recorded.");
        looks(page, "notice-decided");
    }

    @Test
    void anApplicantReadsLettersWithTheCodeInEnglishOrSpanish() {
        Page staff = signedIn();
        staff.navigate("/notices/inbox/" + number);
        button(staff, "Make a new access code");
        looks(staff, "inbox-code");
        String code = staff.locator("#access-code").innerText();

        Page page = browser.window(city);
        at(page, "/inbox?lang=es", "inbox-door-es");
        enter(page, number, "0".repeat(20));
        assertThat(page.locator(".usa-alert--error")).containsText("No se encontraron cartas");
        looks(page, "inbox-wrong-es");
        enter(page, number.toLowerCase(), code.toLowerCase());
        assertThat(page.locator("div[lang=es] h1")).hasText("Cartas sobre su solicitud");
        assertThat(page.locator("tbody tr")).hasCount(2);
        looks(page, "inbox-es");
        link(page, "English");
        looks(page, "inbox-en");
        String letter = page.locator("tbody a").first().getAttribute("href");
        assertThat(page.request().get(city.address(letter).toString()).body()).startsWith("%PDF-".getBytes());
        page.reload();
        assertThat(page.locator("tbody")).containsText("March 2, 2026");
        button(page, "Close my letters");
        assertThat(page.request().get(city.address(letter).toString()).status()).isEqualTo(404);
        looks(page, "inbox-door-en");

        assertThat(city.visitor().get("/api/documents/" + "x").status()).isEqualTo(401);
        for (int i = 0; i < 9; i++) {
            enter(page, number, "wrong");
        }
        assertThat(page.locator(".usa-alert--error")).containsText("Too many tries");
    }

    private static void enter(Page page, String number, String code) {
        page.fill("#caseNumber", number);
        page.fill("#code", code);
        page.locator("#code").press("Enter");
        page.waitForLoadState();
    }

    private Page signedIn() {
        Page page = browser.window(city);
        page.navigate("/login");
        page.fill("input[name=username]", clerk.id());
        page.fill("input[name=password]", clerk.password());
        button(page, "Sign in");
        return page;
    }

    private static void at(Page page, String address, String name) {
        page.navigate(address);
        looks(page, name);
    }

    /** Accessible, and within the window, at desktop and phone width. */
    private static void looks(Page page, String name) {
        for (int width : List.of(390, 1280)) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", name + "-" + width + ".png")));
            assertThat(Browser.violations(page)).as(name + " at " + width).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(name + " at " + width)
                    .isLessThanOrEqualTo(width);
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void link(Page page, String name) {
        Locator links = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
        links.first().click();
    }
}
