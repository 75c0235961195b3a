package org.muniflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header of every page at the widths of a telephone, a tablet, a laptop and a screen. */
class HeaderIT {

    // How many lines the words of an element take: a line begins below the end of that before it.
    private static final String LINES = "element => { const words = document.createRange();"
            + " words.selectNodeContents(element);"
            + " const boxes = [...words.getClientRects()].sort((one, other) => one.top - other.top);"
            + " let lines = 0, end = -Infinity;"
            + " for (const box of boxes) { if (box.top >= end) { lines++; end = box.bottom; } }"
            + " return lines; }";

    private static final String AT_REST =
            "Promise.all(document.getAnimations().map(each => each.finished)).then(() => true)";

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

    @ParameterizedTest
    @ValueSource(ints = {390, 768, 1280, 1440})
    void everyWordOfTheHeaderStandsInOneLineAndNothingIsCutOff(int width) {
        // An administrator has the most links.
        for (Person person : List.of(city.admin(), city.person("maria.fernanda.oconnell", SampleModule.CLERKS))) {
            Page page = browser.window(city);
            page.setViewportSize(width, 900);
            page.navigate("/login");
            page.fill("input[name=username]", person.id());
            page.fill("input[name=password]", person.password());
            page.locator("main button[type=submit]").click();
            page.navigate("/work");
            Locator menu = page.locator(".usa-menu-btn");
            if (menu.isVisible()) {
                menu.click();
                page.evaluate(AT_REST);
            }

            Locator signOut = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"));
            assertThat(signOut.evaluate(LINES)).as("lines of Sign out").isEqualTo(1);
            page.locator(".usa-nav-link, .mf-signed-in__name").all().forEach(words -> assertThat(words.evaluate(LINES))
                    .as("lines of " + words.textContent())
                    .isEqualTo(1));
            assertThat(signOut.boundingBox().x + signOut.boundingBox().width).isLessThanOrEqualTo(width);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of the page for " + person.id())
                    .isLessThanOrEqualTo(width);
        }
    }
}
