package org.muniflow.testkit;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium for browser tests, headless. It must be there: a browser test is never skipped. */
public final class Browser implements AutoCloseable {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /**
     * Starts a browser.
     *
     * @return the browser; close it
     * @throws IllegalStateException when no Chromium is installed; the message says how to install it
     */
    public static Browser start() {
        Path executable = PLACES.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Browser tests need Chromium at one of " + PLACES
                        + "; install it, for example: apt-get install chromium"));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync"))));
    }

    /**
     * Opens a window of its own, with its own session.
     *
     * @param city the city whose addresses are relative to the window
     * @return the page
     */
    public Page window(City city) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(city.address("").toString())
                .setLocale("en-US")
                .setViewportSize(1280, 900));
        return context.newPage();
    }

    /**
     * Looks for violations of WCAG 2.1 A and AA on the shown page.
     *
     * @param page the page
     * @return one line for each violation: rule, help, first element; empty if there is none
     */
    public static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations().stream()
                        .map(Browser::line)
                        .toList();
    }

    private static String line(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().get(0).getTarget();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
