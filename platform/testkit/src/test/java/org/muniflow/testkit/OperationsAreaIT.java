package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clocks board and the operators' pages at the widths of a telephone and a screen: accessible, and nothing is cut off. */
class OperationsAreaIT {

    /** Set {@code muniflow.screenshots} to a folder to look at the pages. */
    private static final String PICTURES = System.getProperty("muniflow.screenshots", "");

    @TempDir
    private Path folder;

    private City city;
    private Browser browser;

    @BeforeEach
    void open() {
        city = City.opening()
                .open()
                .install(SampleModule.version("1.0.0").into(folder))
                .today(LocalDate.of(2026, 3, 2));
        browser = Browser.start();
        SampleCase.requested(city, 2);
        city.runDueJobs();
        var jobs = city.engine().getManagementService();
        SampleCase failing = SampleCase.requested(city, 3);
        jobs.setJobRetries(
                jobs.createJobQuery()
                        .processInstanceId(city.instance(failing.number(), SampleModule.PROCESS)
                                .getId())
                        .singleResult()
                        .getId(),
                0);
    }

    @AfterEach
    void close() {
        browser.close();
        city.close();
    }

    private Page signedIn(Person person) {
        Page page = browser.window(city);
        page.navigate("/login");
        page.fill("input[name=username]", person.id());
        page.fill("input[name=password]", person.password());
        page.locator("main button[type=submit]").click();
        return page;
    }

    private void look(Page page, String address, String name) {
        for (int width : List.of(390, 1280)) {
            page.setViewportSize(width, 900);
            page.navigate(address);
            assertThat(Browser.violations(page)).as(address + " at " + width).isEmpty();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + address)
                    .isLessThanOrEqualTo(width);
            if (!PICTURES.isEmpty()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(PICTURES, name + "-" + width + ".png"))
                        .setFullPage(true));
            }
        }
    }

    @Test
    void everyOperationsPageIsAccessibleAtBothWidths() {
        Page page = signedIn(city.admin());
        look(page, "/admin", "overview");
        look(page, "/admin/incidents", "incidents");
        look(page, page.locator("tbody th a").getAttribute("href"), "incident-step");
        page.getByText("try them again").click();
        look(page, page.url(), "incident-retry");
        look(page, "/admin/outbox", "outbox");
        look(page, "/", "start");
        look(page, "/admin/work", "work");
        look(page, "/admin/cases", "cases");
        look(page, "/admin/cases/restart", "restart");
        look(page, "/readings", "readings");
        look(page, "/reports", "reports-admin");
        page.navigate("/admin/cases");
        look(page, page.locator("tbody th a").first().getAttribute("href"), "cases-version");
        page.locator("label[for=which-all]").click();
        page.getByText("Show what would change").click();
        look(page, page.url(), "case-act");
    }

    @Test
    void aClerkReadsTheClocksBoardAndOpensItsDateByKeyboard() {
        Page page = signedIn(city.person("lee", SampleModule.CLERKS));
        look(page, "/reports", "reports");
        look(page, "/clocks?view=all", "clocks");
        page.locator("summary").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("details p").first().isVisible()).isTrue();
        assertThat(Browser.violations(page)).isEmpty();
    }
}
