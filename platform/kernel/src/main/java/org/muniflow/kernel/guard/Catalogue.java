package org.muniflow.kernel.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads what a module offers from the catalogue that its compiler wrote. */
final class Catalogue {

    static final String PATH = "META-INF/muniflow/catalogue.json";
    static final byte[] EMPTY = "[]".getBytes(StandardCharsets.UTF_8);

    private Catalogue() {}

    static City.Offers read(String module, Set<String> processes, Optional<Set<String>> requires, byte[] json) {
        Set<String> delegates = new HashSet<>();
        Set<String> guards = new HashSet<>();
        try {
            for (JsonNode offer : JsonMapper.builder().build().readTree(json)) {
                Set<String> kind = offer.path("kind").asText().equals("guard") ? guards : delegates;
                kind.add(offer.path("name").asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue of module " + module + " is not JSON; build it again", e);
        }
        return new City.Offers(module, processes, delegates, guards, requires);
    }
}
