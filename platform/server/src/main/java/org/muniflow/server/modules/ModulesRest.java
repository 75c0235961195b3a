package org.muniflow.server.modules;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.security.Principal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.Installed;
import org.muniflow.kernel.spi.ModuleChange;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleRecord;
import org.muniflow.kernel.spi.ModuleRecords;
import org.muniflow.server.errors.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What is installed, and what an operator does with it. Only administrators get here. */
@RestController
@RequestMapping("/api/modules")
final class ModulesRest {

    private static final int MOST_CHANGES = 1000;

    private final ModuleDesk desk;
    private final ModuleRecords records;
    private final ModuleOperations operations;
    private final Clock clock;

    ModulesRest(ModuleDesk desk, ModuleRecords records, ModuleOperations operations, Clock clock) {
        this.desk = desk;
        this.records = records;
        this.operations = operations;
        this.clock = clock;
    }

    /** One version with all that is known of it. */
    record Version(@JsonUnwrapped ModuleAnswer module, List<NeedAnswer> needs) {}

    /** A publication. */
    record Published(String module, String deploymentId) {}

    /** An entry of the audit. */
    record Change(OffsetDateTime at, String by, String name, String version, String act, String outcome) {

        static Change of(ModuleChange change, ZoneId city) {
            return new Change(
                    ModuleAnswer.in(city, change.at()),
                    change.by(),
                    change.module().name(),
                    change.module().version(),
                    change.act(),
                    change.outcome());
        }
    }

    @GetMapping
    List<ModuleAnswer> list() {
        return records.all().stream().map(this::answer).toList();
    }

    @GetMapping("/{name}/{version}")
    Version show(@PathVariable String name, @PathVariable String version) {
        ModuleId module = new ModuleId(name, version);
        return new Version(answer(desk.known(module)), needs(name, version));
    }

    @GetMapping("/{name}/{version}/needs")
    List<NeedAnswer> needs(@PathVariable String name, @PathVariable String version) {
        ModuleId module = new ModuleId(name, version);
        desk.known(module);
        return operations.needs(module).stream().map(NeedAnswer::of).toList();
    }

    @GetMapping("/changes")
    List<Change> changes(@RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST_CHANGES) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "limit is a number from 1 to " + MOST_CHANGES + ".");
        }
        return records.changes(limit).stream()
                .map(change -> Change.of(change, clock.getZone()))
                .toList();
    }

    @PostMapping
    ResponseEntity<ModuleAnswer> install(
            @RequestParam(name = "jar", required = false) @Nullable MultipartFile jar, Principal user) {
        Installed installed = desk.install(jar, user.getName());
        return ResponseEntity.status(installed.already() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(answer(desk.known(installed.module().id())));
    }

    @PostMapping("/{name}/{version}/{act:start|stop|activate|drain|retire}")
    ModuleAnswer act(
            @PathVariable String name, @PathVariable String version, @PathVariable String act, Principal user) {
        ModuleId module = new ModuleId(name, version);
        desk.act(Act.of(act).orElseThrow(), module, user.getName());
        return answer(desk.known(module));
    }

    @DeleteMapping("/{name}/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void uninstall(@PathVariable String name, @PathVariable String version, Principal user) {
        desk.act(Act.UNINSTALL, new ModuleId(name, version), user.getName());
    }

    @PostMapping("/{name}/models")
    @ResponseStatus(HttpStatus.CREATED)
    Published publish(
            @PathVariable String name,
            @RequestParam(name = "model", required = false) @Nullable List<MultipartFile> models,
            Principal user) {
        return new Published(name, desk.publish(name, models == null ? List.of() : models, user.getName()));
    }

    private ModuleAnswer answer(ModuleRecord known) {
        return ModuleAnswer.of(known, clock.getZone());
    }
}
