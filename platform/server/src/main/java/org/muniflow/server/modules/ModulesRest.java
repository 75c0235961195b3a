package org.muniflow.server.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What is installed, and installing more. Only administrators get here. */
@RestController
@RequestMapping("/api/modules")
final class ModulesRest {

    private final Modules modules;
    private final ModuleOperations operations;

    ModulesRest(Modules modules, ModuleOperations operations) {
        this.modules = modules;
        this.operations = operations;
    }

    /** An installed module's answer. */
    record Installed(String name, String version, String title, List<String> processes) {

        static Installed of(ActiveModule module) {
            return new Installed(
                    module.name(),
                    module.version(),
                    module.title(),
                    module.processes().stream().map(process -> process.key()).toList());
        }
    }

    @GetMapping
    List<ModuleState> list() {
        return modules.states();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Installed install(@RequestParam(name = "jar", required = false) @Nullable MultipartFile jar, Principal user)
            throws IOException {
        if (jar == null || jar.isEmpty()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "Send the module's jar as the multipart field 'jar'.");
        }
        Path file = Files.createTempFile("module", ".jar");
        try {
            jar.transferTo(file);
            ModuleState state = operations.install(file, user.getName());
            return modules.find(state.id()).map(Installed::of).orElseThrow();
        } catch (ModuleRefused refused) {
            throw new Rejected(refused.problems().stream()
                    .map(problem -> FieldProblem.of("jar", problem))
                    .toList());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
