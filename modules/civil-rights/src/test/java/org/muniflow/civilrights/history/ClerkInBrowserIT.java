package org.muniflow.civilrights.history;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muniflow.testkit.Browser;
import org.muniflow.testkit.City;
import org.muniflow.testkit.ModuleJar;
import org.muniflow.testkit.Person;

/** People at their browsers: an application through Tasklist and record pages to the directory. */
class ClerkInBrowserIT {

    private static City city;
    private static Browser browser;

    @BeforeAll
    static void open() {
        city = City.opening().withJobExecutor().open().install(ModuleJar.built(Path.of("target"), "civil-rights"));
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        browser.close();
        city.close();
    }

    private static Page signedIn(Person person) {
        Page page = browser.window(city);
        page.navigate("/login");
        page.fill("input[name=username]", person.id());
        page.fill("input[name=password]", person.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.getByText("Signed in as")).isVisible();
        return page;
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(city.bean(Clock.class).instant(), City.ZONE);
    }

    /** Claims a task in Tasklist, fills its form and completes it. */
    private static void work(Page page, Person person, String caseNumber, String taskKey, Runnable fill) {
        String id = person.task(caseNumber, taskKey).getId();
        page.navigate("/");
        page.navigate("/camunda/app/tasklist/default/#/?task=" + id);
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        Locator complete = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete").setExact(true));
        assertThat(complete).isEnabled();
        fill.run();
        complete.click();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> city.engine()
                                .getTaskService()
                                .createTaskQuery()
                                .taskId(id)
                                .count()
                        == 0);
    }

    /** Adds a file on a task's Documents tab in Tasklist. */
    private static void addPaper(Page page, CertificationCase certification) {
        page.navigate("/camunda/app/tasklist/default/#/?task="
                + certification.task("userTask_checkCompleteness").getId());
        page.locator("ul.nav-tabs").getByText("Documents").click();
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("lease.pdf", "application/pdf", FirmOnPaper.paper()));
        page.locator(".muniflow button").first().click();
        assertThat(page.locator(".muniflow")).containsText("lease.pdf");
        page.navigate("/cases/" + certification.number);
        assertThat(page.locator("main")).containsText("lease.pdf");
    }

    private static void find(Page page, String applicationId, String criterion) {
        page.navigate("/records/civil-rights/determinations/" + applicationId);
        page.selectOption("select[name=criterion]", criterion);
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Is it met?"))
                .getByText("Yes")
                .click();
        page.selectOption("select[name=standardOfProof]", "PREPONDERANCE");
        page.fill("textarea[name=reasons]", "Seen in the documents on file and in the interview of the owner.");
        page.locator("label[for]:near(legend:has-text('Evidence considered'))")
                .first()
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record finding"))
                .click();
        assertThat(page.getByText("Finding recorded")).isVisible();
    }

    @Test
    void aClerkWorksAnApplicationToTheDirectory() {
        CertificationCase certification =
                CertificationCase.filed(city, FirmOnPaper.eligible("Browser Electric LLC", today()));
        String number = certification.number;
        Page clerk = signedIn(certification.analyst);
        assertThat(clerk.getByText(number)).isVisible();

        addPaper(clerk, certification);
        work(clerk, certification.analyst, number, "userTask_checkCompleteness", () -> clerk.getByLabel(
                        "All required documents are in the file")
                .check());
        Map<String, List<String>> reviews = new LinkedHashMap<>();
        reviews.put("userTask_reviewOwnership", List.of("OWNERSHIP"));
        reviews.put("userTask_reviewControl", List.of("CONTROL", "INDEPENDENCE", "MANAGEMENT"));
        reviews.put("userTask_reviewSkill", List.of("EXPERTISE"));
        reviews.put("userTask_reviewUsefulFunction", List.of("CUF"));
        reviews.forEach((task, criteria) -> {
            criteria.forEach(criterion -> find(clerk, certification.applicationId, criterion));
            work(clerk, certification.analyst, number, task, () -> {});
        });
        Page director = signedIn(certification.director);
        work(director, certification.director, number, "userTask_decideOnAudit", () -> director.getByLabel("Reason")
                .fill("The file answers every question."));
        work(director, certification.director, number, "userTask_decideApplication", () -> {
            director.locator(".fjs-form-field-select .fjs-input-group").click();
            director.getByText("Certify", new Page.GetByTextOptions().setExact(true))
                    .click();
            director.getByLabel("Certify as minority-owned (MBE)").check();
            director.getByLabel("Reasons").fill("All criteria are met on the whole record.");
        });
        await().atMost(Duration.ofSeconds(20)).until(certification::isEnded);

        Page visitor = browser.window(city);
        visitor.navigate("/directory?name=Browser");
        assertThat(visitor.getByText("Browser Electric LLC")).isVisible();
        clerk.navigate("/cases/" + number);
        assertThat(clerk.locator("main")).containsText("Certified");
        assertThat(clerk.locator(".bjs-powered-by").first()).isVisible();
    }

    @Test
    void anAnalystOfAnotherDepartmentSeesNoneOfIt() {
        CertificationCase certification =
                CertificationCase.filed(city, FirmOnPaper.eligible("Hidden Electric LLC", today()));
        Page stranger = signedIn(city.person("rita.realestate", "real-estate"));

        assertThat(stranger.locator("main")).not().containsText("Hidden Electric");
        stranger.navigate("/work");
        assertThat(stranger.locator("main")).not().containsText(certification.number);
        stranger.navigate("/cases/" + certification.number);
        assertThat(stranger.locator("body")).not().containsText("Hidden Electric");
        stranger.navigate("/records/civil-rights/owners/" + certification.applicationId);
        assertThat(stranger.locator("body")).not().containsText("Inventada");
        stranger.navigate("/camunda/app/tasklist/default/#/?task="
                + certification
                        .analyst
                        .task(certification.number, "userTask_checkCompleteness")
                        .getId());
        stranger.waitForLoadState();
        assertThat(stranger.locator("body")).not().containsText("Check completeness");
    }

    @Test
    void axeFindsAPlantedViolation() {
        Page page = browser.window(city);
        page.navigate("/login");
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/x.png\">')");

        assertThat(Browser.violations(page)).anyMatch(line -> line.startsWith("image-alt"));
    }

    @Test
    void axeFindsNoViolationOfWcag21AaOnOurPages() {
        CertificationCase certification = CertificationCase.filed(
                        city,
                        FirmOnPaper.eligible("Accessible Electric LLC", today()).withoutLocalTaxReturn())
                .fileIs(false)
                .documentsDue(today().plusDays(14));
        Page clerk = signedIn(certification.analyst);
        Map<String, List<String>> found = new TreeMap<>();
        Page visitor = browser.window(city);
        for (String path : List.of("/", "/login", "/directory", "/directory?program=NONSENSE", "/no-such-page")) {
            look(visitor, path, found);
        }
        List<String> pages =
                new ArrayList<>(List.of("/", "/work", "/cases", "/cases/" + certification.number, "/notices"));
        pages.add("/records/civil-rights/new-application/new");
        for (String key : List.of(
                "application",
                "firm",
                "owners",
                "interests",
                "affiliates",
                "naics",
                "net-worth",
                "presence",
                "evidence",
                "determinations",
                "audit",
                "withdrawal",
                "denial",
                "certificate")) {
            pages.add("/records/civil-rights/" + key + "/" + certification.applicationId);
        }
        pages.forEach(path -> look(clerk, path, found));
        Page admin = signedIn(city.admin());
        look(admin, "/admin/users", found);

        // A form sent back with errors.
        clerk.navigate("/records/civil-rights/owners/" + certification.applicationId);
        clerk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save owner"))
                .click();
        assertThat(clerk.locator(".usa-alert--error").first()).isVisible();
        List<String> onErrors = Browser.violations(clerk);
        if (!onErrors.isEmpty()) {
            found.put("owners with errors", onErrors);
        }

        assertThat(found).isEmpty();
    }

    private static void look(Page page, String path, Map<String, List<String>> found) {
        page.navigate(path);
        List<String> violations = Browser.violations(page);
        if (!violations.isEmpty()) {
            found.put(path, violations);
        }
    }
}
