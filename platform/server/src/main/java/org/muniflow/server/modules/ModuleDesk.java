package org.muniflow.server.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.kernel.spi.Installed;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleRecord;
import org.muniflow.kernel.spi.ModuleRecords;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes operators' wishes from REST and from the page, and refuses them with a status and every reason. */
@Component
final class ModuleDesk {

    private final ModuleOperations operations;
    private final ModuleRecords records;

    ModuleDesk(ModuleOperations operations, ModuleRecords records) {
        this.operations = operations;
        this.records = records;
    }

    /** Finds a version that must be installed. */
    ModuleRecord known(ModuleId module) {
        return records.find(module).orElseThrow(() -> {
            List<String> others = records.all().stream()
                    .filter(other -> other.id().name().equals(module.name()))
                    .map(other -> other.id().version())
                    .toList();
            return new Refusal(
                    HttpStatus.NOT_FOUND,
                    others.isEmpty()
                            ? "No module " + module.name() + " is installed; see the list of modules."
                            : "Module " + module.name() + " is not installed in version " + module.version()
                                    + ", only in " + String.join(", ", others) + ".");
        });
    }

    /** Does an act; null when nothing of the version is left. */
    @Nullable
    ModuleState act(Act act, ModuleId module, String by) {
        known(module);
        try {
            return act.on(operations, module, by);
        } catch (ModuleRefused refused) {
            throw refusal(HttpStatus.CONFLICT, "", refused);
        }
    }

    /** Installs an uploaded jar. */
    Installed install(@Nullable MultipartFile jar, String by) {
        if (jar == null || jar.isEmpty()) {
            String message = "Send the module's jar as the multipart field 'jar'.";
            throw new Refusal(HttpStatus.BAD_REQUEST, message, List.of(FieldProblem.of("jar", message)));
        }
        try {
            Path folder = Files.createTempDirectory("module");
            Path file = folder.resolve(name(jar));
            try {
                jar.transferTo(file);
                return operations.install(file, by);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (ModuleRefused refused) {
            throw refusal(HttpStatus.BAD_REQUEST, "jar", refused);
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded jar could not be kept", e);
        }
    }

    // Messages name the file as its sender does, but never a path of the sender's choice.
    private static String name(MultipartFile jar) {
        String sent = String.valueOf(jar.getOriginalFilename()).replaceAll(".*[/\\\\]", "");
        return sent.matches("[A-Za-z0-9][A-Za-z0-9._+-]{0,150}") ? sent : "module.jar";
    }

    /** Publishes models for the version of a module that takes new cases. */
    String publish(String module, List<MultipartFile> files, String by) {
        Map<String, byte[]> models = new TreeMap<>();
        try {
            for (MultipartFile file : files) {
                if (!file.isEmpty()) {
                    models.put(String.valueOf(file.getOriginalFilename()).replaceAll(".*[/\\\\]", ""), file.getBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded models could not be read", e);
        }
        if (models.isEmpty()) {
            String message = "Send the changed models, each as the multipart field 'model'.";
            throw new Refusal(HttpStatus.BAD_REQUEST, message, List.of(FieldProblem.of("model", message)));
        }
        List<ModuleRecord> versions = records.all().stream()
                .filter(known -> known.id().name().equals(module))
                .toList();
        if (versions.isEmpty()) {
            throw new Refusal(HttpStatus.NOT_FOUND, "No module " + module + " is installed; see the list of modules.");
        }
        try {
            return operations.publish(module, models, by);
        } catch (ModuleRefused refused) {
            boolean taken = versions.stream().anyMatch(known -> known.state().state() == State.ACTIVE);
            throw refusal(taken ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT, "model", refused);
        }
    }

    private static Refusal refusal(HttpStatus status, String field, ModuleRefused refused) {
        return new Refusal(
                status,
                String.valueOf(refused.getMessage()),
                refused.problems().stream()
                        .map(problem -> FieldProblem.of(field, problem))
                        .toList());
    }
}
