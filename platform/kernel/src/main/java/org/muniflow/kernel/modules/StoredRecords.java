package org.muniflow.kernel.modules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muniflow.kernel.spi.ModuleChange;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNode;
import org.muniflow.kernel.spi.ModuleRecord;
import org.muniflow.kernel.spi.ModuleRecords;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the tables tell an operator. */
final class StoredRecords implements ModuleRecords {

    private static final Logger LOG = LoggerFactory.getLogger(StoredRecords.class);
    private static final String CHANGES =
            "select at, changed_by, name, version, act, outcome from muniflow.module_change";
    private static final String LATEST = " order by id desc fetch first ? rows only";

    private final JdbcClient jdbc;
    private final JarFiles jars;

    StoredRecords(JdbcClient jdbc, JarFiles jars) {
        this.jdbc = jdbc;
        this.jars = jars;
    }

    @Override
    public List<ModuleRecord> all() {
        Map<ModuleId, List<ModuleNode>> nodes = nodes();
        return jdbc
                .sql("select name, version, state, reason, sha256, installed_by, installed_at, changed_by, changed_at"
                        + " from muniflow.module")
                .query((row, number) -> record(row, nodes))
                .list()
                .stream()
                .sorted(Comparator.comparing(
                                (ModuleRecord known) -> known.state().name())
                        .thenComparing(ModuleRecord::id, Comparator.reverseOrder()))
                .toList();
    }

    private Map<ModuleId, List<ModuleNode>> nodes() {
        Map<ModuleId, List<ModuleNode>> nodes = new HashMap<>();
        jdbc.sql("select held.name, held.version, held.node, held.state, held.reason, held.changed_at, node.seen_at"
                        + " from muniflow.module_node held join muniflow.node node on node.node = held.node"
                        // A node that was not seen for longer than the others holds nothing any more.
                        + " where node.seen_at > (select max(seen_at) from muniflow.node) - interval '1' minute"
                        + " order by held.node")
                .query(row -> {
                    nodes.computeIfAbsent(id(row), id -> new ArrayList<>())
                            .add(new ModuleNode(
                                    row.getString("node"),
                                    row.getString("state"),
                                    row.getString("reason"),
                                    at(row, "changed_at"),
                                    at(row, "seen_at")));
                });
        return nodes;
    }

    @Override
    public List<ModuleChange> changes(int limit) {
        return jdbc.sql(CHANGES + LATEST)
                .param(limit)
                .query(StoredRecords::change)
                .list();
    }

    @Override
    public List<ModuleChange> changes(ModuleId module, int limit) {
        return jdbc.sql(CHANGES + " where name = ? and version = ?" + LATEST)
                .params(module.name(), module.version(), limit)
                .query(StoredRecords::change)
                .list();
    }

    private ModuleRecord record(ResultSet row, Map<ModuleId, List<ModuleNode>> nodes) throws SQLException {
        Instant installedAt = at(row, "installed_at");
        ModuleState state = new ModuleState(
                row.getString("name"),
                row.getString("version"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("sha256"),
                row.getString("installed_by"),
                installedAt);
        // Rows of before these columns have not changed since they were installed.
        OffsetDateTime changedAt = row.getObject("changed_at", OffsetDateTime.class);
        Optional<ModuleManifest> manifest = manifest(state);
        return new ModuleRecord(
                state,
                Objects.requireNonNullElse(row.getString("changed_by"), state.installedBy()),
                changedAt == null ? installedAt : changedAt.toInstant(),
                nodes.getOrDefault(state.id(), List.of()),
                manifest.map(read -> read.provides().stream().sorted().toList()).orElse(List.of()),
                manifest.map(read -> read.requirements().stream()
                                .map(Requirement::toString)
                                .toList())
                        .orElse(List.of()));
    }

    /** Reads a manifest; a stored jar that cannot be read hides nothing else from an operator. */
    private Optional<ModuleManifest> manifest(ModuleState state) {
        try {
            return Optional.of(jars.manifest(state));
        } catch (IllegalStateException | ModuleRefused unreadable) {
            LOG.error("The stored jar of {} cannot be read", state.id(), unreadable);
            return Optional.empty();
        }
    }

    private static ModuleChange change(ResultSet row, int number) throws SQLException {
        return new ModuleChange(
                at(row, "at"), row.getString("changed_by"), id(row), row.getString("act"), row.getString("outcome"));
    }

    private static ModuleId id(ResultSet row) throws SQLException {
        return new ModuleId(row.getString("name"), row.getString("version"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
