package org.muniflow.casework.notice;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Notice;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.casework.notice.Letters.Sender;
import org.muniflow.casework.page.Visitor;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.Modules;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The texts of the departments' letters in each language, with a preview on sample data; for who reads their cases. */
@Controller
@RequestMapping("/letters")
class LetterPages {

    private static final int SENT = 5;
    private static final String CHOICE = "choice.";

    private final Modules modules;
    private final ModuleLetters senders;
    private final Letters letters;
    private final LetterPdf pdf;
    private final PrintQueue queue;
    private final CaseAccess access;
    private final Clock clock;

    LetterPages(
            Modules modules,
            ModuleLetters senders,
            Letters letters,
            LetterPdf pdf,
            PrintQueue queue,
            CaseAccess access,
            Clock clock) {
        this.modules = modules;
        this.senders = senders;
        this.letters = letters;
        this.pdf = pdf;
        this.queue = queue;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A department's letters.
     *
     * @param module its module
     * @param title its name
     * @param version the version whose letters new cases use
     * @param letters the languages of each letter by its key
     */
    record Department(String module, String title, String version, Map<String, Set<String>> letters) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "departments",
                modules.active().stream()
                        .filter(module -> mayRead(module.name()))
                        .map(LetterPages::department)
                        .filter(department -> !department.letters().isEmpty())
                        .toList());
        return "notices/letters";
    }

    @GetMapping("/{module}/{key}")
    String preview(
            @PathVariable String module,
            @PathVariable String key,
            @RequestParam(defaultValue = Notice.ENGLISH) String lang,
            @RequestParam(required = false) @Nullable Set<String> without,
            @RequestParam Map<String, String> parameters,
            Model model) {
        ActiveModule found = readable(module);
        model.addAttribute("module", module);
        model.addAttribute("department", found.title());
        model.addAttribute("key", key);
        model.addAttribute("languages", department(found).letters().getOrDefault(key, Set.of()));
        model.addAttribute("preview", of(found, key, lang, without, parameters));
        model.addAttribute("chosen", chosen(parameters));
        model.addAttribute(
                "sent",
                queue.sent(module, key, access.processes(Visitor.present().groups(), Right.READ), SENT));
        return "notices/letter";
    }

    @GetMapping("/{module}/{key}/preview.pdf")
    void file(
            @PathVariable String module,
            @PathVariable String key,
            @RequestParam(defaultValue = Notice.ENGLISH) String lang,
            @RequestParam(required = false) @Nullable Set<String> without,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        ActiveModule found = readable(module);
        LetterPreview preview = of(found, key, lang, without, parameters);
        if (!preview.problems().isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "The letter would be refused: " + String.join("; ", preview.problems()) + ".");
        }
        byte[] printed = pdf.print(letters.render(senders.apply(found.id()), preview.notice(), LocalDate.now(clock)));
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader("Content-Disposition", "inline; filename=\"preview.pdf\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(printed);
    }

    private LetterPreview of(
            ActiveModule module,
            String key,
            String language,
            @Nullable Set<String> without,
            Map<String, String> parameters) {
        Sender sender = senders.apply(module.id());
        String html = sender.letter(key, language)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "The department has no letter " + key + " in this language. All are listed at /letters."));
        return LetterPreview.of(
                letters,
                sender,
                key,
                html,
                language,
                without == null ? Set.of() : without,
                chosen(parameters),
                LocalDate.now(clock));
    }

    private static Map<String, String> chosen(Map<String, String> parameters) {
        Map<String, String> chosen = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(CHOICE)) {
                chosen.put(name.substring(CHOICE.length()), value);
            }
        });
        return chosen;
    }

    private static Department department(ActiveModule module) {
        Map<String, Set<String>> letters = new TreeMap<>();
        for (String file : module.resources(LetterCheck.FOLDER)) {
            String name = file.startsWith(LetterCheck.FOLDER) ? file.substring(LetterCheck.FOLDER.length()) : file;
            if (name.endsWith(".html")) {
                List<String> parts = List.of(
                        name.substring(0, name.length() - ".html".length()).split("\\.", 2));
                letters.computeIfAbsent(parts.get(0), key -> new TreeSet<>())
                        .add(parts.size() == 1 ? Notice.ENGLISH : parts.get(1));
            }
        }
        return new Department(module.name(), module.title(), module.version(), letters);
    }

    private ActiveModule readable(String module) {
        return modules.find(module)
                .filter(found -> mayRead(found.name()))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no running department whose letters you may read."));
    }

    private boolean mayRead(String module) {
        return access.mayInModule(Visitor.present().groups(), module, Right.READ);
    }
}
