package org.muniflow.server.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup that is read. */
final class BackupFile implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Takes one row. */
    interface Rows {
        void row(JsonNode values, int size) throws SQLException, IOException;
    }

    static BackupFile open(Path file) {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new NotPossible(file + " is no whole backup: it cannot be read or was cut short.", e);
        }
        try {
            ZipEntry entry = zip.getEntry(Manifest.ENTRY);
            if (entry == null) {
                throw new NotPossible(file + " is no backup of Muniflow.");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                Manifest manifest = JSON.readValue(in, Manifest.class);
                if (manifest.format() != Manifest.FORMAT) {
                    throw new NotPossible(file + " has format " + manifest.format() + ", and this version reads "
                            + Manifest.FORMAT + "; use the version of Muniflow that made it.");
                }
                return new BackupFile(zip, manifest);
            }
        } catch (IOException e) {
            close(zip);
            throw new NotPossible(file + " is no whole backup: its list of contents cannot be read.", e);
        } catch (NotPossible e) {
            close(zip);
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Compares everything with its hash. */
    void check() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Manifest.Content content : manifest.tables()) {
            ZipEntry entry = zip.getEntry(content.entry());
            if (entry == null || !hash(entry).equals(content.sha256())) {
                wrong.add("The rows of " + content.table() + " are not those that were saved.");
            }
        }
        long documents = 0;
        for (ZipEntry entry : documents()) {
            documents++;
            if (!hash(entry).equals(sha256(entry))) {
                wrong.add("Document " + sha256(entry) + " is not the one that was saved.");
            }
        }
        if (documents != manifest.documents()) {
            wrong.add(manifest.documents() + " documents were saved, and " + documents + " are there.");
        }
        if (!wrong.isEmpty()) {
            throw new NotPossible("The backup is damaged; take another.", wrong);
        }
    }

    private String hash(ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            return Digests.of(in);
        } catch (IOException damaged) {
            return "";
        }
    }

    static String sha256(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    List<ZipEntry> documents() {
        try (Stream<? extends ZipEntry> entries = zip.stream()) {
            return entries.filter(entry ->
                            entry.getName().matches(Manifest.DOCUMENTS + "[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}"))
                    .<ZipEntry>map(entry -> entry)
                    .toList();
        }
    }

    InputStream content(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        return found == null ? InputStream.nullInputStream() : zip.getInputStream(found);
    }

    void rows(Manifest.Content content, Rows to) throws IOException, SQLException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(content(content.entry()), StandardCharsets.UTF_8), 1 << 16)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                to.row(JSON.readTree(line), line.length());
            }
        }
    }

    @Override
    public void close() {
        close(zip);
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new NotPossible("The backup cannot be closed.", e);
        }
    }
}
