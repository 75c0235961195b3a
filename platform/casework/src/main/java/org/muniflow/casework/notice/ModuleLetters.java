package org.muniflow.casework.notice;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.muniflow.casework.notice.Letters.Sender;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.RunningVersions;
import org.thymeleaf.TemplateEngine;

/** Finds the letters of each running module version in its own jar: a case ends with the letters that it began with. */
final class ModuleLetters implements Function<ModuleId, Sender>, ModuleListener {

    private final RunningVersions<Version> running = new RunningVersions<>();

    private record Version(ActiveModule module, TemplateEngine templates) {}

    @Override
    public Sender apply(ModuleId id) {
        Version version = running.of(id)
                .orElseThrow(() -> new IllegalStateException(
                        "Module " + id.name() + " " + id.version() + " is stopped; its letters wait"));
        ActiveModule module = version.module();
        return new Sender(
                id,
                module.title(),
                prefixes(module),
                key -> module.resource(LetterCheck.FOLDER + key + ".html")
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8)),
                version.templates());
    }

    /** A version may also write in the cases of the others, whose processes it may not have. */
    private Map<String, String> prefixes(ActiveModule module) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        module.processes().forEach(process -> prefixes.put(process.prefix(), process.key()));
        List<Version> all = running.of(module.name());
        all.forEach(other ->
                other.module().processes().forEach(process -> prefixes.putIfAbsent(process.prefix(), process.key())));
        return prefixes;
    }

    @Override
    public void started(ActiveModule module) {
        running.started(module.id(), new Version(module, Letters.templates()));
    }

    @Override
    public void speaks(ActiveModule module) {
        running.speaks(module.id());
    }

    @Override
    public void stopped(ActiveModule module) {
        running.stopped(module.id());
    }
}
