package org.muniflow.casework.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.muniflow.api.page.RecordPage;
import org.muniflow.api.page.UnknownRecord;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.department.Standing;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.Modules;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The modules' record pages, at {@code /records/<module>/<page>/<recordId>}. */
@Controller
@RequestMapping("/records/{moduleName}/{pageKey}/{recordId}")
final class RecordPages {

    private final Modules modules;
    private final Departments departments;
    private final RecordVisits visits;

    RecordPages(Modules modules, Departments departments, RecordVisits visits) {
        this.modules = modules;
        this.departments = departments;
        this.visits = visits;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String moduleName,
            @PathVariable String pageKey,
            @PathVariable String recordId,
            HttpServletRequest request) {
        ActiveModule module = module(moduleName, pageKey);
        return visits.show(module, page(module, pageKey), recordId, request);
    }

    @PostMapping
    ModelAndView submit(
            @PathVariable String moduleName,
            @PathVariable String pageKey,
            @PathVariable String recordId,
            HttpServletRequest request,
            RedirectAttributes after) {
        ActiveModule module = module(moduleName, pageKey);
        return visits.submit(module, page(module, pageKey), recordId, request, after);
    }

    @ExceptionHandler
    ModelAndView unknown(UnknownRecord unknown) {
        return Plain.page(HttpStatus.NOT_FOUND, "There is no such record", unknown.getMessage() + ".");
    }

    @ExceptionHandler
    ModelAndView missing(NoSuchPage missing) {
        return Plain.page(HttpStatus.NOT_FOUND, "There is no such page", String.valueOf(missing.getMessage()));
    }

    @ExceptionHandler
    ModelAndView refused(PageRefused refused) {
        return Plain.page(HttpStatus.FORBIDDEN, "You may not do this", String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ModelAndView closed(Closed closed) {
        return closed.page();
    }

    /** The version that speaks shows its page; one that it does not have any more is another running version's. */
    private ActiveModule module(String name, String pageKey) {
        List<ActiveModule> versions = modules.versions(name);
        if (versions.isEmpty()) {
            throw new Closed(departments.standing(name));
        }
        return versions.stream()
                .filter(version -> ModulePages.find(version, pageKey) != null)
                .findFirst()
                .orElse(versions.get(0));
    }

    private static RecordPage<?> page(ActiveModule module, String key) {
        RecordPage<?> page = ModulePages.find(module, key);
        if (page == null) {
            throw new NoSuchPage(module.title() + " has no page '" + key + "'. Follow a link from a case or a task.");
        }
        return page;
    }

    /** The address is that of a module that does not run. */
    static final class Closed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Standing standing;

        Closed(Standing standing) {
            super(standing.sentence());
            this.standing = standing;
        }

        ModelAndView page() {
            HttpStatus status = HttpStatus.valueOf(standing.status());
            String heading = status == HttpStatus.NOT_FOUND ? "There is no such page" : "This page is closed for now";
            return Plain.page(status, heading, standing.sentence());
        }
    }

    /** The address names no page of a running module. */
    static final class NoSuchPage extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoSuchPage(String message) {
            super(message);
        }
    }

    /** The visitor's groups do not allow what was asked. */
    static final class PageRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PageRefused(String message) {
            super(message);
        }
    }

    /** A choice in a module's own menu. */
    record PageLink(String title, String address, boolean here) {}

    static String address(ActiveModule module, RecordPage<?> page, String recordId) {
        return org.springframework.web.util.UriComponentsBuilder.fromPath("/records/{module}/{page}/{record}")
                .buildAndExpand(Map.of("module", module.name(), "page", page.key(), "record", recordId))
                .encode()
                .toUriString();
    }
}
