package org.muniflow.casework.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The two hashes of a seal, plain SHA-256, so that anybody can compute them who has the rows. */
final class Hashes {

    /** What stands before the first of a chain. */
    static final String NONE = "0".repeat(64);

    private Hashes() {}

    /** Appends a value so that no two lists of values give the same text. */
    static void add(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append("-\n");
        } else {
            text.append(value.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(value)
                    .append('\n');
        }
    }

    /** The hash of a case's account up to a line. */
    static String chain(String previous, Line line) {
        return sha256("muniflow line 1\n" + previous + "\n" + line.canonical());
    }

    /** The hash of the whole city's account up to a seal. */
    static String city(String previous, Seal seal) {
        StringBuilder text =
                new StringBuilder("muniflow seal 1\n").append(previous).append('\n');
        add(text, String.valueOf(seal.number()));
        add(text, String.valueOf(seal.lineId()));
        add(text, seal.chain());
        add(text, String.valueOf(seal.chainNumber()));
        add(text, seal.chainHash());
        add(text, String.valueOf(seal.sealedAt()));
        return sha256(text.toString());
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java always offers SHA-256", e);
        }
    }
}
