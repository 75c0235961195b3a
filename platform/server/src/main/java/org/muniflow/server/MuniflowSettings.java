package org.muniflow.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The server's settings under {@code muniflow}.
 *
 * @param data the folder that holds database and documents
 * @param install module jars to install at start; may be empty
 * @param demo whether to seed demo people and sample applications
 * @param adminPassword the first administrator's password; empty to generate one
 * @param adminGroup the group of administrators, which the engine's web applications know
 * @param groups the city's groups: name by id
 */
@ConfigurationProperties("muniflow")
public record MuniflowSettings(
        Path data,
        List<Path> install,
        boolean demo,
        String adminPassword,
        String adminGroup,
        Map<String, String> groups) {

    /** Takes a missing list or password as empty. */
    public MuniflowSettings {
        adminPassword = adminPassword == null ? "" : adminPassword;
        install = install == null
                ? List.of()
                : install.stream().filter(jar -> !jar.toString().isBlank()).toList();
        groups = Map.copyOf(groups);
    }
}
