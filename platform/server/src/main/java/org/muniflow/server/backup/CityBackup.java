package org.muniflow.server.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

/**
 * Writes a whole city into one file while it works: every row as of one moment, then every document that those rows name.
 * Documents are only ever added, so that they are there after the rows were read.
 */
final class CityBackup {

    private static final int FETCH = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource database;
    private final Path documents;
    private final Path anchors;

    CityBackup(DataSource database, Path documents, Path anchors) {
        this.database = database;
        this.documents = documents;
        this.anchors = anchors;
    }

    /** Writes the file; the stream stays open. */
    Manifest write(OutputStream to, String madeAt) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            boolean before = connection.getAutoCommit();
            Snapshot snapshot = Snapshot.of(connection);
            snapshot.begin();
            try {
                ZipOutputStream zip = new ZipOutputStream(to);
                zip.setLevel(Deflater.BEST_SPEED);
                Manifest manifest = write(connection, zip, madeAt);
                zip.finish();
                return manifest;
            } finally {
                snapshot.end();
                connection.setAutoCommit(before);
            }
        }
    }

    private Manifest write(Connection connection, ZipOutputStream zip, String madeAt) throws SQLException, IOException {
        List<Manifest.Content> tables = new ArrayList<>();
        for (Table table : Table.all(connection)) {
            tables.add(rows(connection, table, zip));
        }
        List<String> missing = new ArrayList<>();
        long kept = 0;
        for (String sha256 : hashes(connection)) {
            if (document(sha256, zip)) {
                kept++;
            } else {
                missing.add(sha256);
            }
        }
        if (Files.exists(anchors)) {
            zip.putNextEntry(new ZipEntry(Manifest.ANCHORS));
            Files.copy(anchors, zip);
            zip.closeEntry();
        }
        Manifest manifest = head(connection, madeAt, tables, kept, missing);
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private static Manifest head(
            Connection connection, String madeAt, List<Manifest.Content> tables, long kept, List<String> missing)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select seals, city_hash from muniflow.journal_head where id = 1")) {
            row.next();
            return new Manifest(
                    Manifest.FORMAT,
                    madeAt,
                    connection.getMetaData().getDatabaseProductName(),
                    tables,
                    kept,
                    missing,
                    row.getLong(1),
                    row.getString(2));
        }
    }

    private static Manifest.Content rows(Connection connection, Table table, ZipOutputStream zip)
            throws SQLException, IOException {
        MessageDigest digest = Digests.sha256();
        List<String> columns = table.columns().stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList();
        Manifest.Content empty = new Manifest.Content(table.id(), columns, 0, "");
        zip.putNextEntry(new ZipEntry(empty.entry()));
        long count = 0;
        try (Statement statement = connection.createStatement();
                OutputStream out = new DigestOutputStream(new Unclosed(zip), digest);
                JsonGenerator json = JSON.createGenerator(out)) {
            json.setRootValueSeparator(null);
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery("select " + table.columnList() + " from " + table.quoted())) {
                while (rows.next()) {
                    json.writeStartArray();
                    for (int column = 1; column <= columns.size(); column++) {
                        table.columns().get(column - 1).kind().write(rows, column, json);
                    }
                    json.writeEndArray();
                    json.writeRaw('\n');
                    count++;
                }
            }
        }
        zip.closeEntry();
        return new Manifest.Content(table.id(), columns, count, Digests.hex(digest));
    }

    private static List<String> hashes(Connection connection) throws SQLException {
        List<String> hashes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select distinct sha256 from muniflow.document where disposed_at is null order by sha256")) {
            while (rows.next()) {
                hashes.add(rows.getString(1));
            }
        }
        return hashes;
    }

    /** Looks first whether the file is what its name says: a damaged one must not look like a kept one. */
    private boolean document(String sha256, ZipOutputStream zip) throws IOException {
        String path = sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
        Path file = documents.resolve(path);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream content = Files.newInputStream(file)) {
            if (!Digests.of(content).equals(sha256)) {
                return false;
            }
        }
        zip.putNextEntry(new ZipEntry(Manifest.DOCUMENTS + path));
        Files.copy(file, zip);
        zip.closeEntry();
        return true;
    }

    /** A table's text ends before the file does. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream to) {
            super(to);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
