package org.muniflow.civilrights.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muniflow.api.page.RecordPage;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.Books;
import org.muniflow.civilrights.file.Owner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** The one template of all pages, rendered with the platform's field fragments. */
final class SheetTest {

    private final Books books = new Books();

    @Test
    void aPageShowsItsTableAndItsForm() {
        String id = books.draft().id();
        Owner ada = books.owner(id, "Ada <Park>");
        Document html = render(new OwnersPage(books.files, books.parts), id, Map.of(), true);

        assertThat(html.select("tbody th").text()).isEqualTo("Ada <Park>");
        assertThat(html.select("a:contains(Edit)").attr("href"))
                .isEqualTo("/records/civil-rights/owners/" + id + "?item=" + ada.id() + "&part=owner#owner");
        assertThat(html.select("button[value=remove-owner]")).hasSize(1);
        assertThat(html.select("label[for=field-name]").text()).startsWith("Full name");
        assertThat(html.select("select[name=citizenship] option")).hasSizeGreaterThan(1);
        assertThat(html.select("button[value=save-owner]")).hasSize(1);
        assertThat(html.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void theRowBeingChangedFillsTheForm() {
        String id = books.draft().id();
        Owner ada = books.owner(id, "Ada Park");
        Document html = render(new OwnersPage(books.files, books.parts), id, Map.of("item", ada.id()), true);
        assertThat(html.select("input[name=name]").attr("value")).isEqualTo("Ada Park");
        assertThat(html.select("form.usa-form input[name=item]").attr("value")).isEqualTo(ada.id());
    }

    @Test
    void aReaderSeesNeitherFormNorButtons() {
        String id = books.draft().id();
        books.owner(id, "Ada Park");
        Document html = render(new OwnersPage(books.files, books.parts), id, Map.of(), false);
        assertThat(html.select("form, button")).isEmpty();
        assertThat(html.text()).contains("can be read but not changed");
    }

    @Test
    void theNumberOfTheCaseLeadsToTheCase() {
        String id = books.draft().id();
        OverviewPage overview = new OverviewPage(books.files, books.applications, books.submissions);
        assertThat(render(overview, id, Map.of(), true).text()).contains("not submitted yet");
        books.applications.assignCase(id, "CERT-2026-000007", "test");
        assertThat(render(overview, id, Map.of(), true).select("dd a").attr("href"))
                .isEqualTo("/cases/CERT-2026-000007");
    }

    @Test
    void everyPageRenders() {
        String id = books.draft().id();
        books.owner(id, "Ada Park");
        List<RecordPage<?>> pages = List.of(
                new OverviewPage(books.files, books.applications, books.submissions),
                new FirmPage(books.files, books.firms),
                new InterestsPage(books.files, books.parts, books.documents),
                new AffiliatesPage(books.files, books.parts),
                new NaicsPage(books.files, books.parts, books.reference),
                new NetWorthPage(books.files, books.parts, books.reference, (rule, facts) -> {
                    throw new IllegalArgumentException("no module offers " + rule);
                }),
                new PresencePage(books.files, books.parts, books.reference),
                new EvidencePage(books.files, books.applications, books.documents, books.cases),
                new DeterminationsPage(books.files, books.determinations, books.documents),
                new AuditPage(books.files, books.audits),
                new WithdrawalPage(books.files, books.audits, books.cases),
                new DenialPage(books.files, books.denials, books.determinations),
                new CertificatePage(books.files, books.certifications, books.directory));
        for (RecordPage<?> page : pages) {
            Document html = render(page, id, Map.of(), true);
            assertThat(html.select("h2")).as(page.key()).isNotEmpty();
            assertThat(html.select("[id]").eachAttr("id")).as(page.key()).doesNotHaveDuplicates();
            html.select("form.usa-form [name]:not([type=hidden])").eachAttr("name").stream()
                    .filter(name -> !name.equals("action") && !name.equals("paper"))
                    .forEach(name -> assertThat(page.form().getRecordComponents())
                            .as(page.key() + " has a component for each field")
                            .extracting(component -> component.getName())
                            .contains(name));
        }
        Document first = render(new NewApplicationPage(books.firms, books.applications), "new", Map.of(), true);
        assertThat(first.select("input[name=receivedOn]")).hasSize(1);
        assertThat(first.select("nav")).isEmpty();
    }

    private static Document render(RecordPage<?> page, String id, Map<String, String> query, boolean editable) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addTemplateResolver(resolver("", "pages/*", 1));
        engine.addTemplateResolver(resolver("templates/", "frame/*", 2));
        RecordPage.View view =
                page.show(id, new Visit("dora.director", Set.of("creo-director"), Books.TODAY, "", query));
        Map<String, Object> options = new LinkedHashMap<>();
        for (var component : page.form().getRecordComponents()) {
            if (component.getType().isEnum()) {
                Map<String, String> choices = new LinkedHashMap<>();
                for (Object constant : component.getType().getEnumConstants()) {
                    choices.put(((Enum<?>) constant).name(), constant.toString());
                }
                options.put(component.getName(), choices);
            }
        }
        ((Map<?, ?>) view.model().get("options")).forEach((name, choices) -> options.put((String) name, choices));
        MockServletContext servlets = new MockServletContext();
        WebContext context = new WebContext(
                JakartaServletWebApplication.buildApplication(servlets)
                        .buildExchange(new MockHttpServletRequest(servlets), new MockHttpServletResponse()),
                Locale.US);
        context.setVariable("recordId", id);
        context.setVariable("page", page);
        context.setVariable("model", view.model());
        context.setVariable("form", values(view.form()));
        context.setVariable("errors", Map.of());
        context.setVariable("options", options);
        context.setVariable("mandatory", Set.of());
        context.setVariable(
                "pages", List.of(Map.of("title", "Owners", "address", "/records/x/owners/1", "here", true)));
        context.setVariable("editable", editable);
        return Jsoup.parse(engine.process("pages/sheet", context));
    }

    private static Map<String, Object> values(Record form) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (form != null) {
            for (var component : form.getClass().getRecordComponents()) {
                try {
                    component.getAccessor().setAccessible(true);
                    values.put(component.getName(), component.getAccessor().invoke(form));
                } catch (ReflectiveOperationException unreadable) {
                    throw new AssertionError(unreadable);
                }
            }
        }
        return values;
    }

    private static ClassLoaderTemplateResolver resolver(String prefix, String pattern, int order) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix(prefix);
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setResolvablePatterns(Set.of(pattern));
        resolver.setOrder(order);
        return resolver;
    }
}
