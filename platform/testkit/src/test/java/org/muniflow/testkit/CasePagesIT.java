package org.muniflow.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a case in a browser: at desktop and phone width, with axe, and by keyboard alone. */
class CasePagesIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final double SLOW_MILLIS = 45_000;

    @TempDir
    private Path folder;

    private City city;
    private Browser browser;
    private Person cleo;
    private Person carl;
    private String number;

    @BeforeEach
    void open() {
        city = City.opening()
                .open()
                .install(SampleModule.version("1.0.0").into(folder))
                .today(TODAY);
        browser = Browser.start();
        cleo = city.person("cleo.clerk", SampleModule.CLERKS);
        carl = city.person("carl.clerk", SampleModule.CLERKS);
        number = city.visitor()
                .post(
                        "/api/applications/" + SampleModule.PROCESS,
                        Map.of("applicant", "Ada Park", "street", "1 Main Street", "city", "Kansas City", "days", 3))
                .json()
                .path("caseNumber")
                .asText();
        city.runDueJobs();
    }

    @AfterEach
    void close() {
        browser.close();
        city.close();
    }

    @Test
    void everyPageOfACaseIsAccessibleAtDesktopAndPhoneWidth() {
        Page page = signedIn(cleo);
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            for (String address : List.of(
                    "/cases",
                    "/cases/" + number,
                    "/cases/" + number + "/journal",
                    "/cases/" + number + "/acts/go-back",
                    "/cases/" + number + "/acts/withdraw",
                    "/cases/" + number + "/acts/void",
                    "/cases/" + number + "/record",
                    "/absence")) {
                page.navigate(address);
                fits(page, width, address);
            }
        }
        page.navigate("/cases/" + number);
        assertThat(page.locator("[data-element-id=flow_received] > .djs-visual > path"))
                .hasCSS("stroke", "rgb(0, 94, 162)");
        assertThat(page.locator("[data-element-id=flow_decided] > .djs-visual > path"))
                .not()
                .hasCSS("stroke", "rgb(0, 94, 162)");
        voidAsked(page);
        Page other = signedIn(carl);
        for (int width : new int[] {1280, 390}) {
            other.setViewportSize(width, 900);
            other.navigate("/cases/" + number);
            fits(other, width, "/cases/asked");
            link(other, "Look at the request");
            fits(other, width, "/cases/request");
            press(other, "Refuse");
            assertThat(other.locator("#field-answer-error")).isVisible();
            fits(other, width, "/cases/request-refused");
        }
    }

    @Test
    void thePagesOfClocksHolidaysAndDelegationsAreAccessibleAtDesktopAndPhoneWidth() {
        Person mia = city.person("mia.manager", "city-manager");
        String clock = clock();
        String delegation = cleo.post(
                        "/api/delegations",
                        Map.of(
                                "team", SampleModule.CLERKS,
                                "delegate", "mia.manager",
                                "fromOn", "2026-03-02",
                                "toOn", "2026-03-06",
                                "tasks", List.of(SampleModule.PROCESS + "/userTask_decideRequest"),
                                "instrument", "Memorandum of March 2, 2026"))
                .json()
                .path("id")
                .asText();
        everyWidth(
                signedIn(cleo),
                clock,
                clock + "/pause",
                clock + "/extend",
                "/clocks?view=all",
                "/work/missed",
                "/delegations",
                "/delegations/" + delegation + "/revoke");
        everyWidth(signedIn(mia), "/delegations", "/work");
        assertThat(cleo.submit(
                                clock + "/pause",
                                Map.of(
                                        "on",
                                        "2026-03-02",
                                        "reason",
                                        "The court stayed it.",
                                        "cites",
                                        "Order of March 2"))
                        .status())
                .isEqualTo(200);
        everyWidth(signedIn(carl), clock + "/resume", "/clocks?view=paused");
        Page admin = signedIn(city.admin());
        everyWidth(admin, "/admin/holidays", "/admin/holidays/edit");
        for (int width : new int[] {1280, 390}) {
            admin.setViewportSize(width, 900);
            admin.navigate("/admin/holidays/edit");
            press(admin, "Show which clocks move");
            fits(admin, width, "/admin/holidays/refused");
            admin.fill("input[name=date]", "2026-03-16");
            admin.fill("input[name=name]", "Day of the flood");
            admin.fill("input[name=source]", "Ordinance 260001");
            admin.fill("textarea[name=reason]", "City hall is closed");
            press(admin, "Show which clocks move");
            assertThat(admin.locator("#moved")).isVisible();
            fits(admin, width, "/admin/holidays/preview");
        }
    }

    @Test
    void aClockIsPausedAndAnAuthorityDelegatedByKeyboardAlone() {
        Page page = signedIn(cleo);
        page.navigate(clock());
        tabTo(page, "Pause the clock");
        page.keyboard().press("Enter");
        page.waitForURL("**/pause");
        tabToField(page, "on");
        page.keyboard().type("03022026");
        tabToField(page, "reason");
        page.keyboard().type("The court stayed it");
        tabToField(page, "cites");
        page.keyboard().type("Order of March 2");
        tabTo(page, "Pause the clock");
        page.keyboard().press("Enter");
        assertThat(page.locator(".usa-alert--success")).containsText("The clock is paused");
        assertThat(page.locator("dl")).containsText("None while paused");

        city.person("mia.manager", "city-manager");
        page.navigate("/work");
        tabTo(page, "Delegations");
        page.keyboard().press("Enter");
        page.waitForURL("**/delegations");
        tabToField(page, "delegate");
        page.keyboard().type("mia.manager");
        tabToField(page, "fromOn");
        page.keyboard().type("03022026");
        tabToField(page, "toOn");
        page.keyboard().type("03062026");
        tabToField(page, "instrument");
        page.keyboard().type("Memorandum of March 2");
        tabToField(page, "tasks");
        page.keyboard().press("Space");
        tabTo(page, "Enter the delegation");
        page.keyboard().press("Enter");
        assertThat(page.locator(".usa-alert--success")).containsText("mia.manager acts for");
        assertThat(page.locator("table")).containsText("every task");
    }

    private String clock() {
        return "/cases/" + number + "/clocks/"
                + cleo.get("/api/cases/" + number + "/clocks")
                        .json()
                        .path(0)
                        .path("id")
                        .asText();
    }

    private static void everyWidth(Page page, String... addresses) {
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            for (String address : addresses) {
                page.navigate(address);
                fits(page, width, address);
            }
        }
    }

    @Test
    void anEndedCaseAndAVoidOneAreAccessibleAlsoWithEveryExplanationOpen() {
        cleo.complete(
                number,
                "userTask_decideRequest",
                Map.of("decision", "REFUSE", "decisionReason", "The street is narrow."));
        rule();
        Page page = signedIn(cleo);
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            for (String address : List.of("/cases/" + number, "/cases/" + number + "/journal")) {
                page.navigate(address);
                page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
                fits(page, width, address + "/ended");
            }
        }
        voidAsked(page);
        Page other = signedIn(carl);
        other.navigate("/cases/" + number);
        link(other, "Look at the request");
        press(other, "Agree: do it now");
        for (int width : new int[] {1280, 390}) {
            other.setViewportSize(width, 900);
            other.navigate("/cases/" + number);
            assertThat(other.locator("#next").locator("..")).containsText("Void");
            fits(other, width, "/cases/void");
        }
    }

    /** A rule that fired, as a department's step writes it. */
    private void rule() {
        org.springframework.jdbc.core.simple.JdbcClient.create(city.bean(javax.sql.DataSource.class))
                .sql(
                        "insert into muniflow.journal (case_number, element_id, kind, what, cites, written_at, detail) values (?,"
                                + " 'userTask_decideRequest', 'RULE', 'Rule R-901: NOT_MET (STREET_TOO_NARROW).', 'Sample Code § 2',"
                                + " current_timestamp, ?)")
                .params(
                        number,
                        "{\"rule\":\"R-901\",\"title\":\"Is the street wide enough?\",\"outcome\":\"NOT_MET\",\"fired\":[{\"row\":"
                                + "\"STREET_TOO_NARROW\",\"text\":\"The street is 9 feet wide; 12 are needed.\",\"cites\":\"Sample"
                                + " Code § 2\"}],\"inputs\":{\"street\":\"1 Main Street\",\"widthInFeet\":\"9\",\"oneWay\":"
                                + "\"true\"}}")
                .update();
    }

    @Test
    void aCaseIsWithdrawnByKeyboardAlone() {
        Page page = signedIn(cleo);
        page.navigate("/cases/" + number);
        tabTo(page, "Withdraw the case");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Withdraw the case");
        tabToField(page, "receivedOn");
        page.keyboard().type("03022026");
        tabToField(page, "reason");
        page.keyboard().type("Ada Park wrote that she moves away");
        tabTo(page, "Withdraw the case");
        page.keyboard().press("Enter");
        assertThat(page.locator(".usa-alert--success")).containsText("The case is withdrawn.");
    }

    @Test
    void theRecordForAHearingIsDownloaded() {
        Page page = signedIn(cleo);
        page.navigate("/cases/" + number);
        link(page, "Record for a hearing (PDF)");
        Download download = page.waitForDownload(() -> press(page, "Make the record"));
        assertThat(download.suggestedFilename()).isEqualTo(number + "-record-2026-03-02.pdf");
        assertThat(download.path()).isNotEmptyFile();
    }

    @Test
    void cockpitLeadsFromAnInstanceToItsCase() {
        String instance = city.instance(number, SampleModule.PROCESS).getId();
        Page page = signedIn(city.admin());
        page.navigate(
                "/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime?tab=muniflow-instance-case");
        leadsToTheCase(page);
        Person stranger = city.person("rita.realestate", "real-estate");
        assertThat(stranger.get("/api/instances/" + instance + "/case").status())
                .isEqualTo(404);
        assertThat(cleo.get("/api/instances/" + instance + "/case")
                        .json()
                        .path("caseUrl")
                        .asText())
                .isEqualTo("/cases/" + number);
    }

    @Test
    void theDocumentAndRetentionPagesAreAccessibleAndDoWhatTheySay() throws IOException {
        Path lease = Files.writeString(folder.resolve("lease.txt"), "The lease.");
        Path signed = Files.writeString(folder.resolve("lease-signed.txt"), "The lease, signed.");
        Person rhea = city.person("rhea.records", SampleModule.CLERKS, "health-director", "records-director");
        String task = rhea.task(number, "userTask_decideRequest").getId();
        Page page = signedIn(rhea);
        page.navigate("/camunda/app/tasklist/default/#/?task=" + task);
        page.locator("ul.nav-tabs").getByText("Documents").click();
        page.setInputFiles("#muniflow-file", lease);
        page.locator("[data-test=upload] button").click();
        assertThat(page.locator("[data-test=documents]")).containsText("lease.txt");
        page.setInputFiles("#muniflow-file", Files.writeString(folder.resolve("lease-dated.txt"), "The lease, dated."));
        page.selectOption("#muniflow-replaces", new SelectOption().setLabel("lease.txt"));
        page.fill("#muniflow-reason", "The date was missing");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", "tasklist-documents.png")));
        page.locator("[data-test=upload] button").click();
        assertThat(page.locator("[data-test=documents]")).containsText("version 2: The date was missing");
        assertThat(page.locator("[data-test=documents]")).containsText("Version 1: lease.txt");
        page.navigate("/cases/" + number);
        link(page, "Versions and mark of lease-dated.txt");
        page.setInputFiles("input[name=file]", signed);
        page.fill("input[name=why]", "The tenant signed page 3");
        press(page, "Store the version");
        assertThat(page.locator(".usa-alert--success")).containsText("Version 3 is stored");
        String newest = page.url();
        page.fill("input[name=closedUnder]", "RSMo § 610.021(14)");
        page.fill("textarea[name=reason]", "It names a witness");
        press(page, "Mark the document");
        assertThat(page.locator("section[aria-labelledby=documents]")).containsText("Closed under RSMo § 610.021(14)");
        rhea.complete(number, "userTask_decideRequest", Map.of("decision", "REFUSE", "decisionReason", "Too narrow."));
        String series = "/retention/series/" + SampleModule.PROCESS;
        page.navigate(series);
        page.fill("input[name=amount]", "2");
        page.click("label[for=field-unit-YEARS]");
        page.fill("input[name=authority]", "A test's own schedule");
        page.fill("input[name=effectiveFrom]", "2026-01-01");
        page.fill("textarea[name=reason]", "To test");
        press(page, "Set the period");
        city.today(TODAY.plusYears(3));
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            for (String address :
                    List.of("/cases/" + number, newest, "/retention", series, "/retention/cases/" + number)) {
                page.navigate(address);
                fits(page, width, address.replaceAll("^https?://[^/]+|[0-9a-f]{8}-[-0-9a-f]+", "") + "/kept");
            }
            page.navigate(series);
            page.click("label[for=chosen-" + number + "]");
            press(page, "See what would be destroyed");
            fits(page, width, "/retention/disposal");
        }
        page.fill("textarea[name=reason]", "Its time has come");
        press(page, "Ask a second person");
        assertThat(page.locator("main")).containsText("You asked for this yourself");
    }

    @Test
    void tasklistLeadsFromATaskToItsCaseWithLawDateAndWhy() {
        String task = cleo.task(number, "userTask_decideRequest").getId();
        Page page = signedIn(cleo);
        page.navigate("/camunda/app/tasklist/default/#/?task=" + task);
        page.locator("ul.nav-tabs")
                .getByText("Case", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        leadsToTheCase(page);
        assertThat(page.locator("[data-test=case]")).containsText("Sample Code § 2");
        assertThat(page.locator("[data-test=case]")).containsText("30 calendar days from Monday, March 2, 2026");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", "1280-tasklist.png")));
    }

    /** Both applications load much before they show a tab. */
    private void leadsToTheCase(Page page) {
        assertThat(page.locator("[data-test=case] a").first())
                .hasText(
                        number,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                                .setTimeout(SLOW_MILLIS));
        assertThat(page.locator("[data-test=case] a").first()).hasAttribute("href", "/cases/" + number);
    }

    private void voidAsked(Page page) {
        page.setViewportSize(1280, 900);
        page.navigate("/cases/" + number + "/acts/void");
        page.fill("textarea[name=reason]", "The same request came twice");
        press(page, "Ask a second person");
        assertThat(page.locator(".usa-alert--success")).containsText("A second person");
    }

    private static void fits(Page page, int width, String address) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", width + address.replaceAll("[^a-z]+", "-") + ".png")));
        assertThat(Browser.violations(page)).as("%s at %d", address, width).isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", address)
                .isLessThanOrEqualTo(width);
    }

    /** Presses Tab until the focus is on a link or button of these words. */
    private static void tabTo(Page page, String words) {
        tabUntil(page, "document.activeElement.textContent.trim() === '" + words + "'", words);
    }

    private static void tabToField(Page page, String name) {
        tabUntil(page, "document.activeElement.name === '" + name + "'", name);
    }

    private static void tabUntil(Page page, String condition, String what) {
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate(condition)) {
                return;
            }
        }
        throw new AssertionError("No way to '" + what + "' by keyboard");
    }

    private Page signedIn(Person person) {
        Page page = browser.window(city);
        page.navigate("/login");
        page.fill("input[name=username]", person.id());
        page.fill("input[name=password]", person.password());
        press(page, "Sign in");
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void link(Page page, String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                .click();
    }
}
