package org.muniflow.casework.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/**
 * The hash of the steps that are kept of a finished case. It stands in the detail of a line of the case, whose seal proves it:
 * SHA-256 of {@code muniflow trail 1}, a line feed, the case and, for each part in order, its number, its text and when it was
 * kept, each as the journal's columns are written.
 */
final class TrailProof {

    private final MessageDigest digest = Hashes.sha256();
    private int parts;

    TrailProof(String caseNumber) {
        digest.update("muniflow trail 1\n".getBytes(StandardCharsets.UTF_8));
        add(caseNumber);
    }

    TrailProof part(int number, String steps, OffsetDateTime keptAt) {
        add(String.valueOf(number));
        add(steps);
        add(String.valueOf(Line.micros(keptAt)));
        parts++;
        return this;
    }

    boolean isEmpty() {
        return parts == 0;
    }

    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(String value) {
        StringBuilder text = new StringBuilder();
        Hashes.add(text, value);
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
