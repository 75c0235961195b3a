package org.muniflow.kernel.modules;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What manifests of installed jars say that they provide and require, in any state. */
final class JarContents {

    private static final Logger LOG = LoggerFactory.getLogger(JarContents.class);
    private static final Of UNKNOWN = new Of(List.of(), List.of());
    private static final List<String> REQUIREMENTS = List.of("Require-Process", "Require-Rule", "Require-Register");

    private final JarFiles jars;
    private final Map<String, Of> known = new ConcurrentHashMap<>();

    JarContents(JarFiles jars) {
        this.jars = jars;
    }

    /**
     * What a manifest says.
     *
     * @param processes the keys of the processes it provides, in order
     * @param requires what it requires, for example {@code process certification}
     */
    record Of(List<String> processes, List<String> requires) {}

    /** Reads a manifest once. A jar that cannot be read hides nothing else from an operator. */
    Of of(ModuleState module) {
        try {
            return known.computeIfAbsent(module.sha256(), hash -> read(module));
        } catch (IllegalStateException | ModuleRefused unreadable) {
            LOG.error("The stored jar of {} cannot be read", module.id(), unreadable);
            return UNKNOWN;
        }
    }

    private Of read(ModuleState module) {
        try (JarFile jar = new JarFile(jars.file(module).toFile())) {
            Attributes attributes = jar.getManifest().getMainAttributes();
            return new Of(
                    listed(attributes, "Provide-Process").sorted().toList(),
                    REQUIREMENTS.stream()
                            .flatMap(name -> listed(attributes, name)
                                    .map(id ->
                                            name.substring("Require-".length()).toLowerCase(Locale.ROOT) + " " + id))
                            .toList());
        } catch (IOException e) {
            throw new IllegalStateException("The jar of " + module.id() + " cannot be read", e);
        }
    }

    private static Stream<String> listed(Attributes attributes, String name) {
        return Optional.ofNullable(attributes.getValue(name)).stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip)
                .filter(id -> !id.isEmpty());
    }
}
