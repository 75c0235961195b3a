package org.muniflow.casework.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Files on disk by the SHA-256 of their content: {@code ab/cd/<sha256>}. The same content is kept once. A file whose
 * row was rolled back stays behind unnamed; it is found again when the same content is stored.
 */
final class Vault {

    private static final int BUFFER = 1 << 16;

    /** The file system's own time, which stands for nothing in the city's. */
    private static final Clock CLOCK = Clock.systemUTC();

    private final Path folder;

    Vault(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a stream beside the store, so that it can be checked before it is kept.
     *
     * @param content the bytes; read to the end or to one byte above the limit
     * @param limit the largest size in bytes
     * @return the draft
     * @throws IllegalArgumentException when the stream is empty or larger than the limit
     */
    Draft draft(InputStream content, long limit) throws IOException {
        Path incoming = Files.createDirectories(folder.resolve("incoming"));
        Path file = Files.createTempFile(incoming, "draft", null);
        MessageDigest digest = sha256();
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.DSYNC)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new IllegalArgumentException("The file is larger than " + limit / (1024 * 1024)
                            + " MB; make it smaller, for example with a lower scan resolution, or split it");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            if (size == 0) {
                throw new IllegalArgumentException("The file is empty; choose a file that has content");
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new Draft(file, HexFormat.of().formatHex(digest.digest()), size);
    }

    /** Keeps a draft under its hash. */
    void keep(Draft draft) throws IOException {
        Path kept = path(draft.sha256());
        Files.createDirectories(kept.getParent());
        if (touched(kept)) {
            return;
        }
        try {
            Files.move(draft.file(), kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            // Another request stored the same content; equal hash is equal content.
            return;
        }
    }

    /** Tells whether a file is there, and says to whoever removes files that it is wanted from now on. */
    private static boolean touched(Path kept) throws IOException {
        try {
            Files.setLastModifiedTime(kept, FileTime.from(Instant.now(CLOCK)));
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /**
     * Removes a kept file, unless somebody stores its content anew at this moment. It is set aside first: whoever stores the
     * content before that has touched it, and whoever does after that finds no file and keeps one of their own.
     *
     * @param sha256 its hash
     * @param before only if it was last stored before this moment
     * @param wanted whether a document that is kept has this content
     * @return true when no such file is left
     */
    boolean remove(String sha256, Instant before, BooleanSupplier wanted) throws IOException {
        Path kept = path(sha256);
        Path aside = Files.createDirectories(folder.resolve("incoming")).resolve("going-" + sha256);
        if (!Files.exists(kept)) {
            // Left by a process that was killed between the two steps below.
            Files.deleteIfExists(aside);
            return true;
        }
        if (young(kept, before)) {
            return false;
        }
        Files.move(kept, aside, StandardCopyOption.ATOMIC_MOVE);
        if (young(aside, before) || wanted.getAsBoolean()) {
            Files.move(aside, kept, StandardCopyOption.ATOMIC_MOVE);
            return false;
        }
        Files.delete(aside);
        return true;
    }

    private static boolean young(Path file, Instant before) throws IOException {
        return !Files.getLastModifiedTime(file).toInstant().isBefore(before);
    }

    /**
     * Opens a kept file.
     *
     * @param sha256 its hash
     * @return the bytes; the caller closes
     */
    InputStream open(String sha256) throws IOException {
        return Files.newInputStream(path(sha256));
    }

    /** What became of a kept file. */
    enum State {
        WHOLE,
        MISSING,
        ALTERED
    }

    /** Reads a kept file to the end and says what became of it. */
    State state(String sha256) throws IOException {
        if (!Files.isRegularFile(path(sha256))) {
            return State.MISSING;
        }
        MessageDigest digest = sha256();
        try (InputStream content = open(sha256)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(sha256) ? State.WHOLE : State.ALTERED;
    }

    /** Visits the hashes of the kept files that were written before a moment. */
    void each(Instant before, Consumer<String> visitor) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.matches("[0-9a-f]{64}")
                        && Files.isRegularFile(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    visitor.accept(name);
                }
            }
        }
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java always offers SHA-256", e);
        }
    }

    /**
     * A file not kept yet; closing deletes what is left of it.
     *
     * @param file where it is
     * @param sha256 its hash in hexadecimal
     * @param size its size in bytes
     */
    record Draft(Path file, String sha256, long size) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
