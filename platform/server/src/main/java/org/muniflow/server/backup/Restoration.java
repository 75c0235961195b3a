package org.muniflow.server.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.muniflow.kernel.modules.StoredSchemas;

/**
 * Loads a backup into a database in which this version has made its tables and nothing works yet. The tables are made by
 * this version and not by the backup, so that both must have the same migrations; rows fit every database.
 */
final class Restoration {

    private static final String PLATFORM_HISTORY = "muniflow.schema_history";
    private static final String MODULE_HISTORY = ".flyway_schema_history";
    private static final List<String> JARS = List.of("muniflow.module", "muniflow.module_part");

    private final DataSource database;
    private final StoredSchemas schemas;
    private final List<Path> jars;

    Restoration(DataSource database, StoredSchemas schemas, List<Path> jars) {
        this.database = database;
        this.schemas = schemas;
        this.jars = jars;
    }

    /** Loads all rows; returns how many. */
    long load(BackupFile backup) throws SQLException, IOException {
        Map<String, Manifest.Content> wanted = new TreeMap<>();
        backup.manifest().tables().forEach(content -> wanted.put(content.table(), content));
        sameMigrations(backup, wanted, PLATFORM_HISTORY);
        // The modules' jars first: their migrations make the other tables.
        loadAll(backup, wanted, JARS);
        for (String space : moduleSpaces(wanted)) {
            String history = space + MODULE_HISTORY;
            if (!schemas.create(space, jars, () -> migrated(backup, wanted, history))) {
                throw new NotPossible("The tables of module " + space.replace('_', '-')
                        + " cannot be made: the backup has no jar of a version with their migrations."
                        + " Give one by MUNIFLOW_INSTALL, or build it in modules/, and restore again.");
            }
        }
        List<String> names = wanted.keySet().stream()
                .filter(name -> !name.equals(PLATFORM_HISTORY) && !name.endsWith(MODULE_HISTORY))
                .toList();
        long rows = loadAll(backup, wanted, names);
        analyze();
        return rows;
    }

    private static TreeSet<String> moduleSpaces(Map<String, Manifest.Content> wanted) {
        return wanted.keySet().stream()
                .filter(name -> name.endsWith(MODULE_HISTORY))
                .map(name -> name.substring(0, name.length() - MODULE_HISTORY.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void sameMigrations(BackupFile backup, Map<String, Manifest.Content> wanted, String history) {
        if (!migrated(backup, wanted, history)) {
            throw new NotPossible("The backup was made by another version of Muniflow, with other tables;"
                    + " restore it with that version, and upgrade then.");
        }
    }

    private boolean migrated(BackupFile backup, Map<String, Manifest.Content> wanted, String history) {
        try (Connection connection = database.getConnection()) {
            Manifest.Content content = wanted.get(history);
            Table table = Table.all(connection).stream()
                    .filter(found -> found.id().equals(history))
                    .findFirst()
                    .orElse(null);
            return content != null && table != null && versions(backup, content).equals(versions(connection, table));
        } catch (SQLException | IOException e) {
            throw new NotPossible("The migrations of the backup cannot be compared with those of this version.", e);
        }
    }

    private static TreeSet<String> versions(BackupFile backup, Manifest.Content content)
            throws SQLException, IOException {
        int version = content.columns().indexOf("version");
        int checksum = content.columns().indexOf("checksum");
        TreeSet<String> versions = new TreeSet<>();
        backup.rows(content, (JsonNode values, int size) -> {
            if (!values.path(version).isNull()) {
                versions.add(values.path(version).asText() + " "
                        + values.path(checksum).asText());
            }
        });
        return versions;
    }

    private static TreeSet<String> versions(Connection connection, Table table) throws SQLException {
        TreeSet<String> versions = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select \"version\", \"checksum\" from " + table.quoted() + " where \"version\" is not null")) {
            while (rows.next()) {
                versions.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return versions;
    }

    private long loadAll(BackupFile backup, Map<String, Manifest.Content> wanted, List<String> names)
            throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Map<String, Table> here = new TreeMap<>();
                Table.all(connection).forEach(table -> here.put(table.id(), table));
                References references = new References(connection);
                references.loosen();
                long all = 0;
                List<Table> loaded = new ArrayList<>();
                for (String name : names) {
                    Table table = here.get(name);
                    if (table == null) {
                        throw new NotPossible("There is no table " + name
                                + " here; restore with the version of Muniflow that made the backup.");
                    }
                    Manifest.Content content = Objects.requireNonNull(wanted.get(name), name);
                    long rows = new RowLoading(connection, backup).load(table, content);
                    if (rows != content.rows()) {
                        throw new NotPossible(
                                name + " has " + rows + " rows after the restore, and had " + content.rows() + ".");
                    }
                    loaded.add(table);
                    all += rows;
                }
                references.tighten(loaded);
                connection.commit();
                return all;
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private void analyze() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }
}
