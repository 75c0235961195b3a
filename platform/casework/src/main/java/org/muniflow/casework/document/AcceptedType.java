package org.muniflow.casework.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of file that the city accepts: those that can be read in many years and cannot run. */
enum AcceptedType {
    PDF("application/pdf", Set.of("pdf"), "application/pdf", ""),
    PNG("image/png", Set.of("png"), "image/png", ""),
    JPEG("image/jpeg", Set.of("jpg", "jpeg"), "image/jpeg", ""),
    TIFF("image/tiff", Set.of("tif", "tiff"), "image/tiff", ""),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Set.of("docx"),
            "application/zip",
            "word/document.xml"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Set.of("xlsx"),
            "application/zip",
            "xl/workbook.xml"),
    TXT("text/plain", Set.of("txt"), "text/plain", ""),
    CSV("text/csv", Set.of("csv"), "text/plain", "");

    private final String mediaType;
    private final Set<String> extensions;
    private final String content;
    private final String mainPart;

    AcceptedType(String mediaType, Set<String> extensions, String content, String mainPart) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.content = content;
        this.mainPart = mainPart;
    }

    String mediaType() {
        return mediaType;
    }

    /** Returns what the content of such a file looks like without knowing its name. */
    String content() {
        return content;
    }

    /** Returns the entry that makes a package this type; empty when the type is not a package. */
    String mainPart() {
        return mainPart;
    }

    static Optional<AcceptedType> ofExtension(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(lower))
                .findFirst();
    }

    static String list() {
        return Arrays.stream(values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
