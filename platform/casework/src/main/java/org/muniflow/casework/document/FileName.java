package org.muniflow.casework.document;

import java.util.regex.Pattern;

/**
 * A file's name made safe to store and to offer for download.
 *
 * @param value letters, digits, space, dot, hyphen, underscore and parentheses only; at most 120 characters
 */
record FileName(String value) {

    private static final int LONGEST = 120;

    /** Names that Windows takes for devices, whatever follows the dot. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])\\s*(\\..*)?");

    /**
     * Makes a name safe: drops folders, control characters and those that turn the direction of writing, replaces what a file
     * system may not take, and lets no name be a device's.
     *
     * @param given the name as the browser sent it
     * @return the safe name
     */
    static FileName of(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N} ._()-]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("\\.{2,}", ".")
                .strip()
                .replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (DEVICE.matcher(name).matches()) {
            name = "_" + name;
        }
        if (name.length() > LONGEST) {
            String end = name.substring(Math.max(name.lastIndexOf('.'), name.length() - 10));
            name = name.substring(0, LONGEST - end.length()).strip() + end;
        }
        return new FileName(name.isEmpty() ? "document" : name);
    }

    /** Returns what follows the last dot; empty if there is none. */
    String extension() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? "" : value.substring(dot + 1);
    }
}
