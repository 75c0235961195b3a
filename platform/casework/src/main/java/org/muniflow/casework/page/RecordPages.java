package org.muniflow.casework.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.muniflow.api.page.RecordPage;
import org.muniflow.api.page.UnknownRecord;
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
    private final RecordVisits visits;

    RecordPages(Modules modules, RecordVisits visits) {
        this.modules = modules;
        this.visits = visits;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String moduleName,
            @PathVariable String pageKey,
            @PathVariable String recordId,
            HttpServletRequest request) {
        ActiveModule module = module(moduleName);
        return visits.show(module, page(module, pageKey), recordId, request);
    }

    @PostMapping
    ModelAndView submit(
            @PathVariable String moduleName,
            @PathVariable String pageKey,
            @PathVariable String recordId,
            HttpServletRequest request,
            RedirectAttributes after) {
        ActiveModule module = module(moduleName);
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

    private ActiveModule module(String name) {
        return modules.find(name)
                .orElseThrow(() -> new NoSuchPage("No module '" + name
                        + "' is running. It may be stopped for a moment; try again, or ask the operators."));
    }

    private static RecordPage<?> page(ActiveModule module, String key) {
        RecordPage<?> page = ModulePages.find(module, key);
        if (page == null) {
            throw new NoSuchPage(module.title() + " has no page '" + key + "'. Follow a link from a case or a task.");
        }
        return page;
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
