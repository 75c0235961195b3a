package org.muniflow.server.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds which installed version an operator means by {@code NAME[@VERSION]}. */
final class Meant {

    private final JsonNode installed;

    Meant(JsonNode installed) {
        this.installed = installed;
    }

    static String id(JsonNode module) {
        return module.path("name").asText() + "@" + module.path("version").asText();
    }

    /** A name alone means the one version with which the act can be done, or the only one that is installed. */
    JsonNode find(String verb, String wanted) {
        int at = wanted.indexOf('@');
        String name = at < 0 ? wanted : wanted.substring(0, at);
        List<JsonNode> versions = new ArrayList<>();
        installed.forEach(module -> {
            if (module.path("name").asText().equals(name)) {
                versions.add(module);
            }
        });
        if (versions.isEmpty()) {
            throw new Unable(Unable.REFUSED, "No module " + name + " is installed; see ./muniflow module list.");
        }
        if (at >= 0) {
            return versions.stream()
                    .filter(module -> id(module).equals(wanted))
                    .findFirst()
                    .orElseThrow(() ->
                            new Unable(Unable.REFUSED, wanted + " is not installed, only " + listed(versions) + "."));
        }
        List<JsonNode> fit =
                versions.stream().filter(module -> allows(module, verb)).toList();
        if (versions.size() > 1 && fit.size() != 1) {
            throw new Unable(
                    Unable.NOT_UNDERSTOOD,
                    "Say which version of " + name + " you mean, " + listed(versions) + ": ./muniflow module " + verb
                            + " " + id(versions.get(0)));
        }
        return fit.isEmpty() ? versions.get(0) : fit.get(0);
    }

    private static boolean allows(JsonNode module, String verb) {
        for (JsonNode allowed : module.path("allowed")) {
            if (allowed.asText().equals(verb)) {
                return true;
            }
        }
        return false;
    }

    private static String listed(List<JsonNode> versions) {
        return versions.stream()
                .map(module -> module.path("version").asText() + " ("
                        + module.path("state").asText() + ")")
                .collect(Collectors.joining(", "));
    }
}
