package org.muniflow.kernel.modules;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The table of installed modules, which is the truth about them. */
final class ModuleTable {

    // H2 takes at most a megabyte in one such column.
    private static final int PART = 512 * 1024;

    private static final int REASON = 4000;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    ModuleTable(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    List<ModuleState> all() {
        return jdbc
                .sql("select name, version, state, reason, sha256, installed_by, installed_at from muniflow.module")
                .query(ModuleTable::state)
                .stream()
                .sorted(Comparator.comparing(ModuleState::name)
                        .thenComparing(ModuleState::version, ModuleManifest.VERSIONS::compareVersions))
                .toList();
    }

    Optional<ModuleState> find(ModuleManifest module) {
        return all().stream()
                .filter(state ->
                        state.name().equals(module.name()) && state.version().equals(module.version()))
                .findFirst();
    }

    /** Stores a module as INSTALLED, in place of what was stored under its name and version. */
    void store(ModuleManifest module, byte[] jar, String sha256, String by) {
        transactions.executeWithoutResult(transaction -> {
            for (String table : List.of("module_part", "module")) {
                jdbc.sql("delete from muniflow." + table + " where name = ? and version = ?")
                        .params(module.name(), module.version())
                        .update();
            }
            jdbc.sql("insert into muniflow.module (name, version, state, sha256, installed_by, installed_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            module.name(),
                            module.version(),
                            State.INSTALLED.name(),
                            sha256,
                            by,
                            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
            for (int part = 0; part * PART < jar.length; part++) {
                byte[] content = Arrays.copyOfRange(jar, part * PART, Math.min(jar.length, (part + 1) * PART));
                jdbc.sql("insert into muniflow.module_part (name, version, part, content) values (?, ?, ?, ?)")
                        .params(module.name(), module.version(), part, content)
                        .update();
            }
        });
    }

    byte[] jar(ModuleState module) {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        jdbc.sql("select content from muniflow.module_part where name = ? and version = ? order by part")
                .params(module.name(), module.version())
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(jar::writeBytes);
        return jar.toByteArray();
    }

    void mark(String name, String version, State state, @Nullable String reason) {
        jdbc.sql(
                        "update muniflow.module set state = :state, reason = :reason where name = :name and version = :version")
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.substring(0, Math.min(REASON, reason.length())))
                .param("name", name)
                .param("version", version)
                .update();
    }

    private static ModuleState state(ResultSet row, int number) throws SQLException {
        return new ModuleState(
                row.getString("name"),
                row.getString("version"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("sha256"),
                row.getString("installed_by"),
                row.getObject("installed_at", OffsetDateTime.class).toInstant());
    }
}
