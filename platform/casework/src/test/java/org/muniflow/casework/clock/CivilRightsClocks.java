package org.muniflow.casework.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tables of law of the civil-rights department as its analysts wrote them. */
public final class CivilRightsClocks {

    private CivilRightsClocks() {}

    /** Reads {@code bpmn/civil-rights/<key>.dmn}. */
    public static byte[] table(String key) {
        return file(key + ".dmn");
    }

    static byte[] file(String name) {
        try {
            return Files.readAllBytes(
                    Path.of(System.getProperty("muniflow.root", "../.."), "bpmn", "civil-rights", name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
