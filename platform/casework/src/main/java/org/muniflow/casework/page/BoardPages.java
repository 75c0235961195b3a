package org.muniflow.casework.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.casework.board.BoardView;
import org.muniflow.casework.board.ClockBoard;
import org.muniflow.casework.department.Department;
import org.muniflow.casework.department.Departments;
import org.muniflow.casework.worklist.WorkCount;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The clocks of the whole city that the visitor may read: {@code /clocks} and the same as a table for spreadsheets. */
@Controller
final class BoardPages {

    private static final String WEEK = BoardView.WEEK.word();
    private static final int PAGE = 25;
    private static final int AT_ONCE = 500;
    private static final List<String> HEADINGS = List.of(
            "Department",
            "Process",
            "Case",
            "About",
            "Clock",
            "For what",
            "Step",
            "Counted from",
            "Last day",
            "State",
            "Sees to it",
            "Section",
            "Why this date");

    private final ClockBoard board;
    private final Departments departments;
    private final CaseRights rights;
    private final CaseFacts facts;
    private final OwedReports reports;
    private final Clock clock;

    BoardPages(
            ClockBoard board,
            Departments departments,
            CaseRights rights,
            CaseFacts facts,
            OwedReports reports,
            Clock clock) {
        this.board = board;
        this.departments = departments;
        this.rights = rights;
        this.facts = facts;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * A department on the board.
     *
     * @param module its module
     * @param title its name
     * @param processes its processes whose cases the visitor may read
     */
    record Readable(String module, String title, List<String> processes) {}

    /** A department's counts. */
    record Count(Readable department, Map<BoardView, WorkCount> of) {}

    @GetMapping("/clocks")
    ModelAndView show(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(required = false) @Nullable String after) {
        List<Readable> readable = readable(Visitor.present());
        Optional<BoardView> wanted = BoardView.of(view.isEmpty() ? WEEK : view);
        if (wanted.isEmpty()) {
            return wrong("The view is one of "
                    + String.join(
                            ", ",
                            Stream.of(BoardView.values()).map(BoardView::word).toList()) + ".");
        }
        if (!department.isEmpty()
                && readable.stream().noneMatch(one -> one.module().equals(department))) {
            return Plain.page(
                    HttpStatus.FORBIDDEN,
                    "You may not see this",
                    "There is no department " + department + " whose cases your groups may read.");
        }
        ModelAndView page = new ModelAndView("board/clocks");
        try {
            page.addObject("found", board.page(wanted.get(), processes(readable, department), after, PAGE));
        } catch (IllegalArgumentException malformed) {
            return wrong(malformed.getMessage() + ".");
        }
        page.addObject("view", wanted.get());
        page.addObject("department", department);
        page.addObject("after", after);
        page.addObject(
                "counts",
                readable.stream()
                        .map(one -> new Count(one, board.count(one.processes())))
                        .toList());
        page.addObject("form", Map.of("view", wanted.get().word(), "department", department));
        page.addObject("options", Map.of("view", views(), "department", names(readable)));
        page.addObject("reports", reports.owed(Visitor.present()));
        page.addObject("facts", facts);
        page.addObject("today", LocalDate.now(clock));
        page.addObject("words", new Words(clock.getZone()));
        return page;
    }

    @GetMapping("/clocks.csv")
    void csv(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String department,
            HttpServletResponse response)
            throws IOException {
        Optional<BoardView> wanted = BoardView.of(view.isEmpty() ? WEEK : view);
        if (wanted.isEmpty()) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        List<Readable> readable = readable(Visitor.present());
        List<String> processes = processes(readable, department);
        Map<String, String> owners = new LinkedHashMap<>();
        readable.forEach(one -> one.processes().forEach(process -> owners.put(process, one.title())));
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"clocks-" + wanted.get().word() + "-" + LocalDate.now(clock) + ".csv\"");
        Writer out = response.getWriter();
        out.write(CsvText.line(HEADINGS));
        String after = null;
        do {
            ClockBoard.Page some = board.page(wanted.get(), processes, after, AT_ONCE);
            for (ClockBoard.Line line : some.lines()) {
                out.write(CsvText.line(cells(line, owners)));
            }
            after = some.next();
        } while (after != null);
        out.flush();
    }

    private List<@Nullable Object> cells(ClockBoard.Line line, Map<String, String> owners) {
        var entry = line.entry();
        String group = entry.escalationGroup();
        return Arrays.asList(
                owners.get(line.processKey()),
                facts.processTitle(line.processKey()),
                entry.caseNumber(),
                line.caseTitle(),
                entry.computation().clockId(),
                entry.title(),
                entry.elementName(),
                entry.computation().trigger(),
                entry.lastDay(),
                entry.state().words(),
                group == null ? null : facts.teamName(group),
                entry.computation().cites(),
                entry.why());
    }

    private List<Readable> readable(Visitor visitor) {
        List<Readable> readable = new ArrayList<>();
        for (Department department : departments.all()) {
            List<String> processes = department.processes().stream()
                    .map(ProcessDeclaration::key)
                    .filter(process -> rights.allowed(visitor, process))
                    .toList();
            if (!processes.isEmpty()) {
                readable.add(new Readable(department.module().name(), department.title(), processes));
            }
        }
        return readable;
    }

    private static List<String> processes(List<Readable> readable, String department) {
        return readable.stream()
                .filter(one -> department.isEmpty() || one.module().equals(department))
                .flatMap(one -> one.processes().stream())
                .distinct()
                .toList();
    }

    private static Map<String, String> views() {
        Map<String, String> views = new LinkedHashMap<>();
        Stream.of(BoardView.values()).forEach(view -> views.put(view.word(), view.title()));
        return views;
    }

    private static Map<String, String> names(List<Readable> readable) {
        Map<String, String> names = new LinkedHashMap<>();
        readable.forEach(one -> names.put(one.module(), one.title()));
        return names;
    }

    private static ModelAndView wrong(String remedy) {
        return Plain.page(HttpStatus.BAD_REQUEST, "The board needs a correction", remedy);
    }
}
