package org.muniflow.kernel.modules;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.muniflow.kernel.spi.ModuleChange;
import org.muniflow.kernel.spi.ModuleId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what was done with modules, by whom, and with what result. */
final class ChangeLog {

    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final Clock clock;

    private final Consumer<ModuleChange> heard;

    ChangeLog(JdbcClient jdbc, Clock clock, Consumer<ModuleChange> heard) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.heard = heard;
    }

    /**
     * Adds a row.
     *
     * @param module the version
     * @param by the user
     * @param act the operation, for example {@code stop}
     * @param outcome the state it led to, or why it was refused
     */
    void add(ModuleId module, String by, String act, String outcome) {
        jdbc.sql("insert into muniflow.module_change (at, changed_by, name, version, act, outcome)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        by,
                        module.name(),
                        module.version(),
                        act,
                        outcome.substring(0, Math.min(LONGEST, outcome.length())))
                .update();
        heard.accept(new ModuleChange(clock.instant(), by, module, act, outcome));
    }
}
