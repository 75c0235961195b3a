package org.muniflow.casework.notice;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.casework.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The print room's pages: the piles of letters, what is printed, and letters without proof of receipt. */
@Controller
class PrintPages {

    private static final int PAGE = 50;

    private final Outbox outbox;
    private final PrintQueue queue;
    private final PrintRuns runs;
    private final PrintOut printOut;
    private final Receipts receipts;
    private final CaseAccess access;

    PrintPages(
            Outbox outbox, PrintQueue queue, PrintRuns runs, PrintOut printOut, Receipts receipts, CaseAccess access) {
        this.outbox = outbox;
        this.queue = queue;
        this.runs = runs;
        this.printOut = printOut;
        this.receipts = receipts;
        this.access = access;
    }

    /** Lists the letters of one pile that the visitor may see. */
    @GetMapping("/notices")
    String queue(
            @RequestParam(defaultValue = "TO_PRINT") Pile state,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Set<String> groups = Visitor.present().groups();
        List<OutboxNotice> found = queue.page(state, access.processes(groups, Right.READ), after, PAGE + 1);
        fill(model, found, after);
        model.addAttribute("state", state);
        model.addAttribute("states", Pile.values());
        model.addAttribute("workable", access.processes(groups, Right.WORK));
        model.addAttribute("owed", receipts.owed(groups, PAGE));
        return "notices/queue";
    }

    /** Lists the letters about whose receipt the visitor's groups decide. */
    @GetMapping("/notices/unproven")
    String unproven(@RequestParam(required = false) @Nullable String after, Model model) {
        fill(model, receipts.page(Visitor.present().groups(), after, PAGE + 1), after);
        model.addAttribute("days", receipts.days());
        return "notices/unproven";
    }

    /** Marks the chosen letters as printed, in one run. */
    @PostMapping("/notices/print")
    String print(
            @RequestParam(name = "id", required = false) @Nullable List<String> chosen,
            @RequestParam(name = "page", required = false) @Nullable List<String> page,
            @RequestParam(required = false) @Nullable String all,
            RedirectAttributes next) {
        List<String> wanted = all == null ? chosen : page;
        List<OutboxNotice> letters = new HashSet<>(wanted == null ? List.of() : wanted)
                .stream()
                        .limit(PrintRuns.MOST + 1L)
                        .map(outbox::find)
                        .flatMap(Optional::stream)
                        .toList();
        letters.forEach(PrintPages.this::requireWork);
        try {
            return "redirect:/notices/runs/" + runs.print(letters, user());
        } catch (Rejected refusal) {
            next.addFlashAttribute("problem", refusal.problems().get(0).message());
            return "redirect:/notices";
        }
    }

    /** Shows what a run printed. */
    @GetMapping("/notices/runs/{run}")
    String run(@PathVariable String run, Model model) {
        List<OutboxNotice> letters = ofRun(run);
        model.addAttribute("run", run);
        model.addAttribute("notices", letters);
        return "notices/run";
    }

    /** Opens a run's PDF. */
    @GetMapping("/notices/runs/{run}/letters.pdf")
    void file(@PathVariable String run, HttpServletResponse response) throws IOException {
        send(ofRun(run), null, "letters-" + run + ".pdf", response);
    }

    /** Opens a further copy of a letter, which says that it is one. */
    @PostMapping("/notices/{id}/copy")
    void copy(@PathVariable String id, HttpServletResponse response) throws IOException {
        OutboxNotice notice = outbox.find(id)
                .filter(found -> access.may(Visitor.present().groups(), found.processKey(), Right.READ))
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no notice that you may read."));
        requireWork(notice);
        try {
            send(List.of(notice), runs.again(notice, user()), "letter-" + notice.caseNumber() + ".pdf", response);
        } catch (Rejected refusal) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, refusal.problems().get(0).message());
        }
    }

    private void send(
            List<OutboxNotice> letters, PrintOut.@Nullable Again again, String name, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader("Content-Disposition", "inline; filename=\"" + name + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        printOut.write(letters, again, response.getOutputStream());
    }

    private List<OutboxNotice> ofRun(String run) {
        Set<String> mine = access.processes(Visitor.present().groups(), Right.WORK);
        List<OutboxNotice> letters = runs.letters(run).stream()
                .filter(notice -> mine.contains(notice.processKey()))
                .toList();
        if (letters.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "Nothing was printed under this number that your groups work on.");
        }
        return letters;
    }

    private void requireWork(OutboxNotice notice) {
        if (!access.may(Visitor.present().groups(), notice.processKey(), Right.WORK)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "Printing mail of this process needs the right to work on it.");
        }
    }

    private static String user() {
        String user = Visitor.present().user();
        if (user == null) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Sign in first.");
        }
        return user;
    }

    private static void fill(Model model, List<OutboxNotice> found, @Nullable String after) {
        model.addAttribute("notices", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("after", after);
        model.addAttribute("next", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
    }
}
