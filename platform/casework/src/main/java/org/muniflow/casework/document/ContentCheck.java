package org.muniflow.casework.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Decides by the content what a file is; a name alone is believed by nobody. */
final class ContentCheck {

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /**
     * Returns the type of a file.
     *
     * @param name its safe name
     * @param file its bytes
     * @return the accepted type
     * @throws IllegalArgumentException when content or name is not accepted, or they do not agree
     */
    AcceptedType check(FileName name, Path file) throws IOException {
        AcceptedType claimed = AcceptedType.ofExtension(name.extension())
                .orElseThrow(() -> new IllegalArgumentException("The file '" + name.value()
                        + "' is not of a type that is accepted; send one of: " + AcceptedType.list()));
        String found = detect(file);
        if (!agrees(claimed, found, file)) {
            throw new IllegalArgumentException("The content of '" + name.value() + "' is " + found + ", not "
                    + claimed.mediaType() + " as its name says; save it again as one of: " + AcceptedType.list());
        }
        return claimed;
    }

    private String detect(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return types.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    private static boolean agrees(AcceptedType claimed, String found, Path file) {
        if (claimed.mainPart().isEmpty()) {
            return found.equals(claimed.content());
        }
        return (found.equals(claimed.content()) || found.equals("application/x-tika-ooxml"))
                && isPackage(file, claimed.mainPart());
    }

    private static boolean isPackage(Path file, String mainPart) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null
                    && zip.getEntry(mainPart) != null
                    && zip.stream().map(ZipEntry::getName).noneMatch(entry -> entry.endsWith("vbaProject.bin"));
        } catch (IOException e) {
            return false;
        }
    }
}
