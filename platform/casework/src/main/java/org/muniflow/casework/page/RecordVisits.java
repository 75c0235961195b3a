package org.muniflow.casework.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.RecordPage;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.Visit;
import org.muniflow.casework.page.RecordPages.PageLink;
import org.muniflow.casework.page.RecordPages.PageRefused;
import org.muniflow.kernel.spi.ActiveModule;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows record pages and takes their forms: permission, binding, validation, one transaction, journal. */
@Component
final class RecordVisits {

    private static final String NEW = "new";

    private final ModulePages pages;
    private final PageJournal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RecordVisits(ModulePages pages, PageJournal journal, PlatformTransactionManager transactions, Clock clock) {
        this.pages = pages;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    ModelAndView show(ActiveModule module, RecordPage<?> page, String recordId, HttpServletRequest request) {
        Visitor visitor = Visitor.present();
        refuseUnless(visitor, page, union(page.readers(), page.editors()), "read");
        Visit visit = visit(visitor, "", request, List.of());
        return render(module, page, recordId, visitor, visit, null, HttpStatus.OK);
    }

    <F extends Record> ModelAndView submit(
            ActiveModule module,
            RecordPage<F> page,
            String recordId,
            HttpServletRequest request,
            RedirectAttributes after) {
        Visitor visitor = Visitor.present();
        refuseUnless(visitor, page, page.editors(), "change");
        String action = request.getParameter("action");
        Visit visit = visit(visitor, action == null ? "" : action, request, Uploads.of(request));
        FormBinding.Bound bound =
                new FormBinding(FormShape.of(page.form()), module.validator()).bind(request.getParameterMap());
        if (bound.form() == null) {
            return render(module, page, recordId, visitor, visit, bound, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        F form = page.form().cast(bound.form());
        try {
            RecordPage.Saved saved = transaction.execute(status -> {
                boolean isNew = recordId.equals(NEW);
                Record before = isNew ? null : page.show(recordId, visit).form();
                RecordPage.Saved result = page.submit(recordId, form, visit);
                journal.write(
                        module.id(),
                        isNew ? null : recordId,
                        page,
                        visitor.user(),
                        result,
                        FormShape.of(page.form()).changes(before, form));
                return result;
            });
            after.addFlashAttribute("message", saved.message());
            return new ModelAndView("redirect:" + next(module, page, recordId, saved));
        } catch (Rejected rejected) {
            Map<String, String> errors = new LinkedHashMap<>();
            for (FieldProblem problem : rejected.problems()) {
                String sentence = problem.cites().isEmpty()
                        ? problem.message()
                        : problem.message() + " (" + problem.cites() + ")";
                errors.merge(problem.field(), sentence, (one, other) -> one + " " + other);
            }
            FormBinding.Bound refused = new FormBinding.Bound(bound.raw(), null, errors);
            return render(module, page, recordId, visitor, visit, refused, HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private ModelAndView render(
            ActiveModule module,
            RecordPage<?> page,
            String recordId,
            Visitor visitor,
            Visit visit,
            FormBinding.@Nullable Bound sent,
            HttpStatus status) {
        FormShape shape = FormShape.of(page.form());
        RecordPage.View view = page.show(recordId, visit);
        Map<String, Object> options = new LinkedHashMap<>(shape.options());
        if (view.model().get("options") instanceof Map<?, ?> more) {
            more.forEach((field, choices) -> options.put(String.valueOf(field), choices));
        }
        ModelAndView shown = new ModelAndView(new RecordView(pages.engine(module)));
        shown.setStatus(status);
        shown.addObject("moduleTitle", module.title());
        shown.addObject("page", page);
        shown.addObject("pageTitle", page.title());
        shown.addObject("body", "pages/" + page.template());
        shown.addObject("recordId", recordId);
        shown.addObject("heading", view.heading());
        shown.addObject("model", view.model());
        shown.addObject("form", sent == null ? shape.raw(view.form()) : sent.raw());
        shown.addObject("errors", sent == null ? Map.of() : sent.errors());
        shown.addObject("options", options);
        shown.addObject("mandatory", shape.mandatory());
        shown.addObject("pages", links(module, page, recordId, visitor));
        shown.addObject(
                "editable",
                visitor.acting().stream().anyMatch(page.editors()::contains)
                        && !Boolean.FALSE.equals(view.model().get("editable")));
        return shown;
    }

    private Visit visit(
            Visitor visitor,
            String action,
            HttpServletRequest request,
            List<org.muniflow.api.page.UploadedFile> files) {
        Map<String, String> query = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 0) {
                query.put(name, values[0]);
            }
        });
        String user = visitor.user() == null ? "" : visitor.user();
        return new Visit(user, visitor.acting(), LocalDate.now(clock), action, Map.copyOf(query), files);
    }

    static boolean mayRead(Visitor visitor, RecordPage<?> page) {
        return visitor.acting().stream().anyMatch(union(page.readers(), page.editors())::contains);
    }

    private static List<PageLink> links(ActiveModule module, RecordPage<?> here, String recordId, Visitor visitor) {
        List<PageLink> links = new ArrayList<>();
        for (RecordPage<?> page : module.components(RecordPage.class)) {
            if (mayRead(visitor, page)) {
                links.add(new PageLink(
                        page.title(),
                        RecordPages.address(module, page, recordId),
                        page.key().equals(here.key())));
            }
        }
        return links;
    }

    private static void refuseUnless(Visitor visitor, RecordPage<?> page, Set<String> allowed, String verb) {
        if (visitor.acting().stream().noneMatch(allowed::contains)) {
            throw new PageRefused("Only " + String.join(", ", new TreeSet<>(allowed)) + " may " + verb + " the page \""
                    + page.title() + "\". Ask an administrator if you should belong to one of these groups.");
        }
    }

    /** Only an address of this site is followed. */
    private static String next(ActiveModule module, RecordPage<?> page, String recordId, RecordPage.Saved saved) {
        String next = saved.next();
        return next != null && next.startsWith("/") && !next.startsWith("//") && !next.contains("\\")
                ? next
                : RecordPages.address(module, page, recordId);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
