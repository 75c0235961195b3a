package org.muniflow.casework.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

class FrameTest {

    @Test
    void everyFieldHasALabelAndItsErrorDescribesIt() {
        Document page = page(true, Map.of("firmName", "Enter the name", "programs", "Choose one", "", "All wrong"));
        for (Element field : page.select("main input:not([type=hidden]), main select, main textarea")) {
            assertThat(page.select("label[for=" + field.id() + "]"))
                    .as("label of " + field)
                    .isNotEmpty();
        }
        Element name = page.selectFirst("#field-firmName");
        assertThat(name.attr("aria-describedby")).isEqualTo("field-firmName-hint field-firmName-error");
        assertThat(page.selectFirst("#field-firmName-error").text()).isEqualTo("Error: Enter the name");
        assertThat(name.attr("aria-invalid")).isEqualTo("true");
        assertThat(name.attr("aria-required")).isEqualTo("true");
        assertThat(page.selectFirst("#field-programs").tagName()).isEqualTo("fieldset");
        assertThat(page.select(".usa-alert--error li a").eachAttr("href"))
                .containsExactlyInAnyOrder("#field-firmName", "#field-programs");
        assertThat(page.selectFirst("#field-legalForm option[selected]").text()).isEqualTo("Corporation");
        assertThat(page.select("input[name=programs][checked]").eachAttr("value"))
                .containsExactly("WBE");
        assertThat(page.selectFirst("input[name=citizen][value=true]").hasAttr("checked"))
                .isTrue();
    }

    @Test
    void theFrameHasTitleLanguageSkipLinkAndNoInlineScriptOrStyle() {
        Document page = page(true, Map.of());
        assertThat(page.title()).isEqualTo("Trial · Kansas City, Missouri");
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.selectFirst("a.usa-skipnav").attr("href")).isEqualTo("#main-content");
        assertThat(page.select("script:not([src]), style, [style], [onclick]")).isEmpty();
        assertThat(page.selectFirst(".usa-nav-link[aria-current=page]").text()).isEqualTo("Work list");
        assertThat(page.text()).contains("Signed in as ana.analyst").contains("Owner saved.");
        assertThat(page.select(".usa-alert--error")).isEmpty();
    }

    @Test
    void aReaderSeesTheValuesButCannotChangeThem() {
        Document page = page(false, Map.of());
        assertThat(page.selectFirst("#field-firmName").hasAttr("readonly")).isTrue();
        assertThat(page.selectFirst("#field-legalForm").hasAttr("disabled")).isTrue();
    }

    private static Document page(boolean editable, Map<String, String> errors) {
        MockServletContext servlet = new MockServletContext();
        MockHttpServletRequest request = new MockHttpServletRequest(servlet, "GET", "/work");
        WebContext context = new WebContext(JakartaServletWebApplication.buildApplication(servlet)
                .buildExchange(request, new MockHttpServletResponse()));
        context.setVariable(
                "frame",
                new Frame(
                        "ana.analyst",
                        List.of(
                                new Frame.Link("/work", "Work list", true),
                                new Frame.Link("/directory", "Directory", false))));
        context.setVariable("message", "Owner saved.");
        context.setVariable("editable", editable);
        context.setVariable("mandatory", Set.of("firmName"));
        context.setVariable("errors", new LinkedHashMap<>(errors));
        context.setVariable(
                "form", Map.of("firmName", "", "legalForm", "CORP", "programs", List.of("WBE"), "citizen", "true"));
        context.setVariable(
                "options",
                Map.of(
                        "legalForm", Map.of("CORP", "Corporation", "LLC", "Company"),
                        "programs", Map.of("MBE", "Minority", "WBE", "Women"),
                        "citizen", Map.of("true", "Yes", "false", "No")));
        return Jsoup.parse(engine().process("trial/fields", context));
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
