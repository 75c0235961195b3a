package org.muniflow.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator at the browser: a new version is uploaded, the former one stopped; every page is accessible. */
class OperationsPageIT {

    private static final String FIRST = "/admin/modules/sample-permits/1.0.0";

    @TempDir
    private Path folder;

    private City city;
    private Browser browser;

    @BeforeEach
    void open() {
        city = City.opening().open().install(SampleModule.version("1.0.0").into(folder));
        browser = Browser.start();
    }

    @AfterEach
    void close() {
        browser.close();
        city.close();
    }

    private Page signedIn() {
        Page page = browser.window(city);
        page.navigate("/login");
        page.fill("input[name=username]", city.admin().id());
        page.fill("input[name=password]", city.admin().password());
        press(page, "Sign in");
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Test
    void aJarIsUploadedAndTheFormerVersionStopped() throws IOException {
        SampleCase.requested(city, 2);
        Page page = signedIn();
        page.navigate("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Modules"))
                .click();

        page.setInputFiles("input[name=jar]", Files.writeString(folder.resolve("letter.jar"), "Dear Sir or Madam"));
        press(page, "Install");
        assertThat(page.locator(".usa-alert--error")).containsText("not a readable jar");
        assertThat(Browser.violations(page)).isEmpty();

        page.setInputFiles("input[name=jar]", SampleModule.version("2.0.0").into(folder));
        press(page, "Install");
        assertThat(page.locator(".usa-alert--success")).containsText("sample-permits@2.0.0 is ACTIVE");
        assertThat(Browser.violations(page)).isEmpty();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Stop sample-permits 1.0.0"))
                .click();
        assertThat(Browser.violations(page)).isEmpty();
        press(page, "Stop 1.0.0");
        assertThat(page.locator(".usa-alert--success")).containsText("sample-permits@1.0.0 is STOPPED");
        assertThat(page).hasURL(city.address(FIRST).toString());
        assertThat(Browser.violations(page)).isEmpty();
    }
}
