package org.muniflow.server.modules;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.kernel.spi.Installed;
import org.muniflow.kernel.spi.ModuleChange;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleRecord;
import org.muniflow.kernel.spi.ModuleRecords;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** The administrators' pages for modules: what is installed, what needs it, and each act with its confirmation. */
@Controller
@RequestMapping("/admin/modules")
class OperationsPages {

    private static final int CHANGES = 50;
    private static final String LIST = "redirect:/admin/modules";

    private final ModuleDesk desk;
    private final ModuleRecords records;
    private final ModuleOperations operations;
    private final Clock clock;

    OperationsPages(ModuleDesk desk, ModuleRecords records, ModuleOperations operations, Clock clock) {
        this.desk = desk;
        this.records = records;
        this.operations = operations;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "modules",
                records.all().stream()
                        .map(this::view)
                        .collect(Collectors.groupingBy(VersionView::name, TreeMap::new, Collectors.toList())));
        model.addAttribute("changes", changes(records.changes(CHANGES)));
        return "modules";
    }

    @PostMapping
    String install(
            @RequestParam(name = "jar", required = false) @Nullable MultipartFile jar,
            Principal user,
            RedirectAttributes next) {
        try {
            Installed installed = desk.install(jar, user.getName());
            ModuleState state = installed.module();
            String reason = state.reason();
            next.addFlashAttribute(
                    "message",
                    state.id()
                            + (installed.already() ? " is installed already; it is " : " is ")
                            + state.state()
                            + (reason == null ? "." : ": " + reason));
        } catch (Refusal refusal) {
            refused("The jar is refused.", refusal, next);
        }
        return LIST;
    }

    @GetMapping("/{name}/{version}")
    String show(@PathVariable String name, @PathVariable String version, Model model) {
        ModuleId id = new ModuleId(name, version);
        model.addAttribute("module", view(desk.known(id)));
        model.addAttribute("changes", changes(records.changes(id, CHANGES)));
        return "module";
    }

    @GetMapping("/{name}/{version}/{word}")
    String ask(@PathVariable String name, @PathVariable String version, @PathVariable String word, Model model) {
        model.addAttribute("module", view(desk.known(new ModuleId(name, version))));
        model.addAttribute("act", VersionView.Button.of(act(word)));
        return "module-act";
    }

    @PostMapping("/{name}/{version}/{word}")
    String act(
            @PathVariable String name,
            @PathVariable String version,
            @PathVariable String word,
            Principal user,
            RedirectAttributes next) {
        ModuleId id = new ModuleId(name, version);
        Act act = act(word);
        try {
            ModuleState state = desk.act(act, id, user.getName());
            next.addFlashAttribute(
                    "message", state == null ? id + " is uninstalled." : id + " is " + state.state() + ".");
            if (state == null) {
                return LIST;
            }
        } catch (Refusal refusal) {
            refused("'" + act.title() + "' is refused for " + id + ".", refusal, next);
        }
        return LIST + "/" + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8) + "/"
                + UriUtils.encodePathSegment(version, StandardCharsets.UTF_8);
    }

    private static void refused(String heading, Refusal refusal, RedirectAttributes next) {
        if (refusal.status() == HttpStatus.NOT_FOUND) {
            throw refusal;
        }
        List<String> reasons =
                refusal.problems().stream().map(FieldProblem::message).toList();
        next.addFlashAttribute("refused", heading);
        next.addFlashAttribute("reasons", reasons.isEmpty() ? List.of(String.valueOf(refusal.getMessage())) : reasons);
    }

    private static Act act(String word) {
        return Act.of(word)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "'" + word + "' is nothing to do with a module."));
    }

    private VersionView view(ModuleRecord known) {
        return VersionView.of(known, operations.needs(known.id()), zone());
    }

    private List<VersionView.Change> changes(List<ModuleChange> changes) {
        return changes.stream()
                .map(change -> VersionView.Change.of(change, zone()))
                .toList();
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
