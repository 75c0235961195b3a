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
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleState;
import org.muniflow.kernel.spi.ModuleState.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of installed modules, which is the truth about them. Call its changes inside a transaction. */
final class ModuleTable {

    // H2 takes at most a megabyte in one such column.
    private static final int PART = 512 * 1024;

    private static final int REASON = 4000;

    private static final String THE_VERSION = " where name = ? and version = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    ModuleTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A row.
     *
     * @param state the version and its state
     * @param resumes what a version that does not run returns to when it is started, ACTIVE or DRAINING; null when it has
     *     never run or has retired
     */
    record Row(ModuleState state, @Nullable State resumes) {

        ModuleId id() {
            return state.id();
        }

        boolean is(State... any) {
            return Arrays.asList(any).contains(state.state());
        }

        /** Takes new cases, or will when it is started again. */
        boolean leads() {
            return is(State.ACTIVE) || (!is(State.RETIRED) && resumes == State.ACTIVE);
        }

        /** Has cases of its own that go on, or will when it is started again. */
        boolean lives() {
            return state.state().runs() || (!is(State.RETIRED) && resumes != null);
        }
    }

    /** All rows, ordered by name and version. */
    List<Row> all() {
        return jdbc
                .sql("select name, version, state, reason, sha256, installed_by, installed_at, resumes"
                        + " from muniflow.module")
                .query(ModuleTable::row)
                .list()
                .stream()
                .sorted(Comparator.comparing(Row::id))
                .toList();
    }

    Optional<Row> find(ModuleId module) {
        return all().stream().filter(row -> row.id().equals(module)).findFirst();
    }

    /** Stores a module as INSTALLED, in place of what was stored under its name and version. */
    void store(ModuleId module, byte[] jar, String sha256, @Nullable State resumes, String by) {
        delete(module);
        jdbc.sql("insert into muniflow.module (name, version, state, sha256, installed_by, installed_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(module.name(), module.version(), State.INSTALLED.name(), sha256, by, now())
                .update();
        mark(module, State.INSTALLED, resumes, null, by);
        for (int part = 0; part * PART < jar.length; part++) {
            byte[] content = Arrays.copyOfRange(jar, part * PART, Math.min(jar.length, (part + 1) * PART));
            jdbc.sql("insert into muniflow.module_part (name, version, part, content) values (?, ?, ?, ?)")
                    .params(module.name(), module.version(), part, content)
                    .update();
        }
    }

    void delete(ModuleId module) {
        for (String table : List.of("module_part", "module")) {
            jdbc.sql("delete from muniflow." + table + THE_VERSION)
                    .params(module.name(), module.version())
                    .update();
        }
    }

    byte[] jar(ModuleId module) {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        jdbc.sql("select content from muniflow.module_part" + THE_VERSION + " order by part")
                .params(module.name(), module.version())
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(jar::writeBytes);
        return jar.toByteArray();
    }

    /** Changes a version's state and what it resumes. */
    void mark(ModuleId module, State state, @Nullable State resumes, @Nullable String reason, String by) {
        jdbc.sql("update muniflow.module set state = ?, resumes = ?, reason = ?, changed_by = ?, changed_at = ?"
                        + THE_VERSION)
                .params(Arrays.asList(
                        state.name(),
                        resumes == null ? null : resumes.name(),
                        reason == null ? null : reason.substring(0, Math.min(REASON, reason.length())),
                        by,
                        now(),
                        module.name(),
                        module.version()))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String resumes = row.getString("resumes");
        return new Row(
                new ModuleState(
                        row.getString("name"),
                        row.getString("version"),
                        State.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getString("sha256"),
                        row.getString("installed_by"),
                        row.getObject("installed_at", OffsetDateTime.class).toInstant()),
                resumes == null ? null : State.valueOf(resumes));
    }
}
