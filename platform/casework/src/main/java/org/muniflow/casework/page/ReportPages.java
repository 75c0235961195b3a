package org.muniflow.casework.page;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.duty.Report;
import org.muniflow.casework.duty.ReportDuties;
import org.muniflow.casework.journal.CaseJournal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reports that the law asks for: what is owed, and each report from its figures to the proof of its delivery. */
@Controller
@RequestMapping("/reports")
final class ReportPages implements OwedReports {

    private static final int DELIVERED = 100;
    private static final int PAGE = 50;
    private static final int LINES = 200;

    private final ReportDuties duties;
    private final CaseJournal journal;
    private final CaseFacts facts;
    private final String adminGroup;
    private final Clock clock;

    ReportPages(
            ReportDuties duties,
            CaseJournal journal,
            CaseFacts facts,
            @Value("${muniflow.admin-group:camunda-admin}") String adminGroup,
            Clock clock) {
        this.duties = duties;
        this.journal = journal;
        this.facts = facts;
        this.adminGroup = adminGroup;
        this.clock = clock;
    }

    /** A change of a report that a person asks for. */
    private interface Deed {
        void by(String user) throws IOException;
    }

    @Override
    public List<Report> owed(Visitor visitor) {
        return duties.owed(visitor.groups(), visitor.groups().contains(adminGroup));
    }

    @GetMapping
    ModelAndView list() {
        Visitor visitor = Visitor.present();
        boolean all = visitor.groups().contains(adminGroup);
        ModelAndView page = new ModelAndView("duty/reports");
        page.addObject("owed", owed(visitor));
        page.addObject("delivered", duties.delivered(visitor.groups(), all, DELIVERED));
        return words(page);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String id) {
        Report report = seen(id);
        return report == null ? unknown() : page(report, Map.of(), Map.of());
    }

    @GetMapping("/{id}/figures/{key}")
    ModelAndView cases(
            @PathVariable String id, @PathVariable String key, @RequestParam(defaultValue = "") String after) {
        Report report = seen(id);
        var figure = report == null
                ? null
                : duties.figures(report).stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElse(null);
        if (report == null || figure == null) {
            return unknown();
        }
        List<String> found = duties.cases(report, key, after, PAGE + 1);
        ModelAndView page = new ModelAndView("duty/figure");
        page.addObject("report", report);
        page.addObject("figure", figure);
        page.addObject("cases", found.subList(0, Math.min(PAGE, found.size())));
        page.addObject("after", after);
        page.addObject("next", found.size() > PAGE ? found.get(PAGE - 1) : null);
        return words(page);
    }

    @PostMapping("/{id}/take")
    ModelAndView take(@PathVariable String id, RedirectAttributes next) {
        return changed(
                id,
                Report::preparers,
                "The report is taken. Another person signs it.",
                next,
                user -> duties.take(id, user));
    }

    @PostMapping("/{id}/sign")
    ModelAndView sign(
            @PathVariable String id, @RequestParam(defaultValue = "") String sha256, RedirectAttributes next) {
        return changed(id, Report::signers, "The report is signed.", next, user -> duties.sign(id, sha256, user));
    }

    @PostMapping("/{id}/seen")
    ModelAndView late(@PathVariable String id, RedirectAttributes next) {
        return changed(
                id, Report::escalation, "It is kept that you have seen it.", next, user -> duties.seen(id, user));
    }

    @PostMapping("/{id}/deliver")
    ModelAndView deliver(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            RedirectAttributes next) {
        Report report = seen(id);
        if (report == null) {
            return unknown();
        }
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDate day = day(on, errors);
        if (how.isBlank() || how.length() > 1000) {
            errors.put("how", "Say how it was delivered and to whom, in at most 1000 letters.");
        }
        if (day == null || !errors.isEmpty()) {
            return page(report, errors, Map.of("on", on, "how", how));
        }
        return changed(id, Report::preparers, "The delivery is recorded.", next, user -> {
            if (proof == null || proof.isEmpty()) {
                duties.deliver(id, day, how.strip(), null, user);
                return;
            }
            try (InputStream content = proof.getInputStream()) {
                String name = Objects.requireNonNullElse(proof.getOriginalFilename(), "proof");
                duties.deliver(id, day, how.strip(), new ReportDuties.File(name, content), user);
            }
        });
    }

    private ModelAndView changed(
            String id, Function<Report, Set<String>> by, String done, RedirectAttributes next, Deed deed) {
        Report report = seen(id);
        if (report == null) {
            return unknown();
        }
        Visitor visitor = Visitor.present();
        if (!visitor.isIn(by.apply(report))) {
            return Plain.page(
                    HttpStatus.FORBIDDEN,
                    "You may not do this",
                    "Only the groups " + teams(by.apply(report)) + " do this with this report.");
        }
        try {
            deed.by(String.valueOf(visitor.user()));
            next.addFlashAttribute("message", done);
        } catch (IllegalArgumentException refused) {
            next.addFlashAttribute("problem", refused.getMessage() + ".");
        } catch (IOException broken) {
            next.addFlashAttribute("problem", "The file could not be read; choose it again.");
        }
        return new ModelAndView("redirect:/reports/" + report.id());
    }

    private String teams(Set<String> groups) {
        return groups.stream().map(facts::teamName).sorted().collect(Collectors.joining(", "));
    }

    private ModelAndView page(Report report, Map<String, String> errors, Map<String, String> form) {
        Visitor visitor = Visitor.present();
        ModelAndView page = new ModelAndView("duty/report");
        page.addObject("report", report);
        page.addObject("figures", duties.figures(report));
        page.addObject("journal", journal.ofRecord(report.id(), 0, LINES));
        page.addObject("prepares", visitor.isIn(report.preparers()));
        page.addObject("signs", visitor.isIn(report.signers()));
        page.addObject("escalates", visitor.isIn(report.escalation()));
        page.addObject("team", teams(report.escalation()));
        page.addObject("own", String.valueOf(visitor.user()).equals(report.takenBy()));
        page.addObject("errors", errors);
        page.addObject("form", form);
        page.addObject("facts", facts);
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return words(page);
    }

    private ModelAndView words(ModelAndView page) {
        page.addObject("today", LocalDate.now(clock));
        page.addObject("words", new Words(clock.getZone()));
        return page;
    }

    private @Nullable Report seen(String id) {
        Visitor visitor = Visitor.present();
        return duties.find(id)
                .filter(report -> visitor.groups().contains(adminGroup) || ReportDuties.sees(visitor.groups(), report))
                .orElse(null);
    }

    private static @Nullable LocalDate day(String text, Map<String, String> errors) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            errors.put("on", "Enter the day of delivery as 2026-03-02.");
            return null;
        }
    }

    private static ModelAndView unknown() {
        return Plain.page(
                HttpStatus.NOT_FOUND,
                "There is no such report",
                "There is no report here that your groups take or sign. The list is at /reports.");
    }
}
