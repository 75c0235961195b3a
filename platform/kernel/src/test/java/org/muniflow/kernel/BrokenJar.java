package org.muniflow.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Spoils a good jar in one of the ways in which jars are spoiled by accident or on purpose. */
public final class BrokenJar {

    private BrokenJar() {}

    /** Cuts a jar in the middle. */
    public static Path truncated(Path jar) {
        return write(jar, bytes -> Arrays.copyOf(bytes, bytes.length / 2));
    }

    /** Changes one byte of an entry's content, which is stored plainly; the check sum no longer holds. */
    public static Path damaged(Path jar) {
        byte[] content = "The content of this entry is damaged on its way.".getBytes(StandardCharsets.UTF_8);
        Path stored = stored(jar, "letters/damaged.html", content);
        return write(stored, bytes -> {
            bytes[indexOf(bytes, content)] = '!';
            return bytes;
        });
    }

    /** Changes bytes in the midst of compressed content. */
    public static Path garbled(Path jar, String entry) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            int from = zip.getEntry(entry).getName().length();
            return write(jar, bytes -> {
                int at = indexOf(bytes, entry.getBytes(StandardCharsets.UTF_8)) + from;
                Arrays.fill(bytes, at + 10, at + 30, (byte) 0xff);
                return bytes;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives two entries one name. */
    public static Path doubled(Path jar) {
        Path one = with(jar, "letters/first.html", "first".getBytes(StandardCharsets.UTF_8));
        Path two = with(one, "letters/again.html", "again".getBytes(StandardCharsets.UTF_8));
        return write(two, bytes -> new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("letters/again.html", "letters/first.html")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Adds an entry of any name. */
    public static Path with(Path jar, String entry, byte[] content) {
        return rewritten(jar, (name, bytes) -> bytes, zip -> {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        });
    }

    /** Adds many megabytes of zeros, which compress to nearly nothing. */
    public static Path bomb(Path jar, int entries, int megabytes) {
        byte[] zeros = new byte[1024 * 1024];
        return rewritten(jar, (name, bytes) -> bytes, zip -> {
            for (int entry = 0; entry < entries; entry++) {
                zip.putNextEntry(new ZipEntry("letters/zeros-" + entry));
                for (int megabyte = 0; megabyte < megabytes; megabyte++) {
                    zip.write(zeros);
                }
            }
        });
    }

    /** Makes the file itself larger, without writing so much. */
    public static Path longer(Path jar, long bytes) {
        Path copy = write(jar, same -> same);
        try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
            file.setLength(bytes);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes an entry out. */
    public static Path lacking(Path jar, String entry) {
        return rewritten(jar, (name, bytes) -> name.equals(entry) ? null : bytes, zip -> {});
    }

    /** Changes the content of an entry, with a check sum that holds. */
    public static Path changed(Path jar, String entry, UnaryOperator<byte[]> change) {
        return rewritten(jar, (name, bytes) -> name.equals(entry) ? change.apply(bytes) : bytes, zip -> {});
    }

    private static Path stored(Path jar, String name, byte[] content) {
        return rewritten(jar, (entry, bytes) -> bytes, zip -> {
            ZipEntry entry = new ZipEntry(name);
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        });
    }

    @FunctionalInterface
    private interface Change {
        byte @Nullable [] of(String name, byte[] content);
    }

    @FunctionalInterface
    private interface Addition {
        void to(ZipOutputStream zip) throws IOException;
    }

    private static Path rewritten(Path jar, Change change, Addition addition) {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try (ZipFile source = new ZipFile(jar.toFile());
                ZipOutputStream target = new ZipOutputStream(made)) {
            Enumeration<? extends ZipEntry> entries = source.entries();
            while (entries.hasMoreElements()) {
                String name = entries.nextElement().getName();
                byte[] content = change.of(
                        name, source.getInputStream(source.getEntry(name)).readAllBytes());
                if (content != null) {
                    ZipEntry entry = new ZipEntry(name);
                    entry.setTime(0);
                    target.putNextEntry(entry);
                    target.write(content);
                }
            }
            addition.to(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return write(jar, bytes -> made.toByteArray());
    }

    private static Path write(Path jar, UnaryOperator<byte[]> change) {
        try {
            Path broken = Files.createTempFile(jar.getParent(), "broken-", ".jar");
            return Files.write(broken, change.apply(Files.readAllBytes(jar)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
