package org.muniflow.casework.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Anchors of the city's chain outside of the database: how many seals there were at a moment, and the hash up to the last.
 * Who rewrites lines with all seals after them has to rewrite this file on every node too, and what was copied from it.
 */
final class Anchors {

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);

    private final Path file;
    private final Duration every;
    private final Clock clock;
    private @Nullable Instant written;
    private @Nullable Anchor unwritten;

    Anchors(Path file, Duration every, Clock clock) {
        this.file = file;
        this.every = every;
        this.clock = clock;
    }

    /** How many seals there were, and the city's hash up to the last. */
    record Anchor(String at, long seals, String cityHash) {}

    /** Writes an anchor down, unless another was a short while ago. */
    synchronized void note(long seals, String cityHash) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        unwritten = new Anchor(now.toString(), seals, cityHash);
        if (written == null || !now.isBefore(written.plus(every)) || now.isBefore(written)) {
            flush();
            written = now;
        }
    }

    /** Writes down what {@link #note} has put off. */
    synchronized void flush() {
        if (unwritten == null) {
            return;
        }
        String line = unwritten.at() + " " + unwritten.seals() + " " + unwritten.cityHash() + "\n";
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            unwritten = null;
        } catch (IOException e) {
            LOG.warn(
                    "The journal's anchor cannot be written to {} ({}); the seals go on, check the disk",
                    file,
                    e.getClass().getSimpleName());
        }
    }

    /** Returns the anchors of some seals that were written on this node; lines that are no anchor are passed over. */
    List<Anchor> between(long after, long until) throws IOException {
        List<Anchor> found = new ArrayList<>();
        if (!Files.exists(file)) {
            return found;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (words.length == 3 && words[1].matches("\\d{1,18}") && words[2].matches("[0-9a-f]{64}")) {
                    long seals = Long.parseLong(words[1]);
                    if (seals > after && seals <= until) {
                        found.add(new Anchor(words[0], seals, words[2]));
                    }
                }
            }
        }
        return found;
    }

    Path file() {
        return file;
    }
}
