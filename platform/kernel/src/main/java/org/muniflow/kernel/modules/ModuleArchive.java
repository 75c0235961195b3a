package org.muniflow.kernel.modules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.muniflow.kernel.spi.ModuleRefused;

/**
 * Looks through a jar as an archive, before its manifest is believed or anything of it is stored: sizes, names and check
 * sums of all its entries. The Java library checks none of these when it reads classes and files from a jar.
 */
final class ModuleArchive {

    private static final int MOST_PROBLEMS = 10;

    private final Path jar;
    private final String file;
    private final Limits limits;
    private final List<String> problems = new ArrayList<>();
    private int untold;

    private ModuleArchive(Path jar, Limits limits) {
        this.jar = jar;
        this.file = String.valueOf(jar.getFileName());
        this.limits = limits;
    }

    /**
     * How large a module may be.
     *
     * @param jar bytes of the jar itself
     * @param unpacked bytes of all its entries together
     * @param entry bytes of one entry
     * @param entries how many entries it may have
     */
    record Limits(long jar, long unpacked, long entry, int entries) {

        private static final int MEGABYTE = 1024 * 1024;

        /** Far above every department, far below what would harm the server: the first one's jar has 0.8 MB. */
        static final Limits OF_THE_CITY = new Limits(60L * MEGABYTE, 250L * MEGABYTE, 50L * MEGABYTE, 20_000);
    }

    /**
     * Refuses a file that is no sound jar of a sensible size.
     *
     * @param jar the file
     * @param limits how large it may be
     * @throws ModuleRefused naming every problem, of many the first ten
     */
    static void check(Path jar, Limits limits) {
        new ModuleArchive(jar, limits).check();
    }

    private void check() {
        if (!Files.isRegularFile(jar)) {
            throw new ModuleRefused(file, List.of("There is no such file; give the path of the module's jar."));
        }
        try {
            if (Files.size(jar) > limits.jar()) {
                throw new ModuleRefused(
                        file,
                        List.of("The jar has " + megabytes(Files.size(jar)) + ", a module may have "
                                + megabytes(limits.jar()) + "; leave out what it does not need."));
            }
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                entries(zip);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ModuleRefused(
                    file, "The file is not a readable jar (" + e.getMessage() + "); build it again.", e);
        }
        if (untold > 0) {
            problems.add("And " + untold + " more of this kind.");
        }
        if (!problems.isEmpty()) {
            throw new ModuleRefused(file, problems);
        }
    }

    private void entries(ZipFile zip) {
        if (zip.size() > limits.entries()) {
            problems.add("The jar has " + zip.size() + " entries, a module may have " + limits.entries()
                    + "; leave out what it does not need.");
            return;
        }
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        for (ZipEntry entry : zip.stream().toList()) {
            name(entry.getName());
            if (!names.add(entry.getName())) {
                tell("Two entries are named '" + shown(entry.getName()) + "'; build the jar again.");
            }
            if (!entry.isDirectory()) {
                unpacked += content(zip, entry, limits.unpacked() - unpacked);
            }
            if (unpacked > limits.unpacked()) {
                problems.add("Unpacked, the jar has more than the " + megabytes(limits.unpacked())
                        + " that a module may have; leave out what it does not need.");
                return;
            }
        }
    }

    private void name(String name) {
        boolean outside = name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/", -1)).contains("..");
        if (outside) {
            tell("The entry '" + shown(name) + "' points out of the jar; give it a plain relative name with '/'.");
        } else if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            tell("The entry '" + shown(name) + "' has a name that cannot be read; rename it.");
        }
    }

    /** Reads an entry to its end, or until it is too large, whatever it says of its own size. */
    private long content(ZipFile zip, ZipEntry entry, long left) {
        CRC32 sum = new CRC32();
        long size = 0;
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] piece = new byte[64 * 1024];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                sum.update(piece, 0, read);
                size += read;
                if (size > limits.entry()) {
                    tell("Unpacked, the entry '" + shown(entry.getName()) + "' has more than the "
                            + megabytes(limits.entry()) + " that one file may have.");
                    return size;
                }
                if (size > left) {
                    return size;
                }
            }
        } catch (IOException e) {
            tell("The entry '" + shown(entry.getName()) + "' is damaged (" + e.getMessage()
                    + "); build the jar again.");
            return size;
        }
        if (sum.getValue() != entry.getCrc()) {
            tell("The entry '" + shown(entry.getName())
                    + "' is damaged (its check sum is wrong); build the jar again.");
        }
        return size;
    }

    private void tell(String problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            untold++;
        }
    }

    private static String shown(String name) {
        String readable = name.replaceAll("\\p{Cntrl}", "?");
        return readable.length() > 120 ? readable.substring(0, 120) + "…" : readable;
    }

    private static String megabytes(long bytes) {
        return (bytes + Limits.MEGABYTE - 1) / Limits.MEGABYTE + " MB";
    }
}
