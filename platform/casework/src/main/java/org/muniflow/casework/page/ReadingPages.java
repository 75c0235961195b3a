package org.muniflow.casework.page;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.reading.ModuleReadings;
import org.muniflow.casework.reading.Reading;
import org.muniflow.casework.reading.ReadingCases;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For counsel: every reading of the law that the software applies, and the cases in which it is known to have mattered. */
@Controller
@RequestMapping("/readings")
final class ReadingPages {

    private static final int CASES = 25;

    private final ModuleReadings readings;
    private final ReadingCases cases;
    private final Departments departments;
    private final CaseRights rights;
    private final CaseFacts facts;
    private final Set<String> readers;
    private final String adminGroup;
    private final Clock clock;

    ReadingPages(
            ModuleReadings readings,
            ReadingCases cases,
            Departments departments,
            CaseRights rights,
            CaseFacts facts,
            @Value("${muniflow.readings.groups:law,city-counselor,city-manager,dept-director,creo-director}")
                    Set<String> readers,
            @Value("${muniflow.admin-group:camunda-admin}") String adminGroup,
            Clock clock) {
        this.readings = readings;
        this.cases = cases;
        this.departments = departments;
        this.rights = rights;
        this.facts = facts;
        this.readers = readers;
        this.adminGroup = adminGroup;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list() {
        if (!mayRead()) {
            return refused();
        }
        ModelAndView page = new ModelAndView("reading/readings");
        page.addObject("departments", readings.all());
        page.addObject("facts", facts);
        return page;
    }

    @GetMapping("/{module}/{id}")
    ModelAndView show(
            @PathVariable String module,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String ruled,
            @RequestParam(defaultValue = "") String ran) {
        if (!mayRead()) {
            return refused();
        }
        Reading reading = readings.find(module, id).orElse(null);
        if (reading == null) {
            return Plain.page(
                    HttpStatus.NOT_FOUND,
                    "There is no such reading",
                    "No running department applies a reading " + id + ". All are listed at /readings.");
        }
        Visitor visitor = Visitor.present();
        List<String> readable = departments.find(module).stream()
                .flatMap(department -> department.processes().stream())
                .map(ProcessDeclaration::key)
                .filter(process -> rights.allowed(visitor, process))
                .toList();
        ModelAndView page = new ModelAndView("reading/reading");
        page.addObject("reading", reading);
        try {
            page.addObject("ruled", cases.byRules(reading, readable, ruled, CASES));
            page.addObject("ran", cases.byClocks(reading, readable, ran, CASES));
        } catch (IllegalArgumentException malformed) {
            return Plain.page(
                    HttpStatus.BAD_REQUEST,
                    "There is no such page",
                    malformed.getMessage() + ". Begin again at /readings/" + module + "/" + id + ".");
        }
        page.addObject("module", module);
        page.addObject("ruledAfter", ruled);
        page.addObject("ranAfter", ran);
        page.addObject("words", new Words(clock.getZone()));
        page.addObject("facts", facts);
        return page;
    }

    private boolean mayRead() {
        Visitor visitor = Visitor.present();
        return visitor.groups().contains(adminGroup) || visitor.isIn(readers);
    }

    private static ModelAndView refused() {
        return Plain.page(
                HttpStatus.FORBIDDEN,
                "You may not see this",
                "The readings in force are for counsel and directors. Ask an administrator if you need them.");
    }
}
