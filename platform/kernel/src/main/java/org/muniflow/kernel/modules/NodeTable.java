package org.muniflow.kernel.modules;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleOnNode;
import org.muniflow.kernel.spi.ModuleState.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables in which each node shows that it lives and what it runs. Their time is the database's: clocks of nodes differ. */
final class NodeTable {

    private static final int REASON = 4000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String me;
    private final Duration lost;
    private final Map<ModuleId, Shown> shown = new HashMap<>();

    private record Shown(State state, @Nullable String reason) {}

    /**
     * Makes the view of one node.
     *
     * @param me this node's name, unlike all others'
     * @param lost after how long without a sign a node does not count any more
     */
    NodeTable(JdbcClient jdbc, Clock clock, String me, Duration lost) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.me = me;
        this.lost = lost;
    }

    /** Shows that this node lives. */
    void beat() {
        int present = jdbc.sql("update muniflow.node set seen_at = current_timestamp where node = ?")
                .param(me)
                .update();
        if (present == 0) {
            jdbc.sql("insert into muniflow.node (node, seen_at) values (?, current_timestamp)")
                    .param(me)
                    .update();
            jdbc.sql("delete from muniflow.node where seen_at < current_timestamp - interval '1' day")
                    .update();
            jdbc.sql("delete from muniflow.module_node where node not in (select node from muniflow.node)")
                    .update();
        }
    }

    /** Shows what has become of a version here. */
    void show(ModuleId module, State state, @Nullable String reason) {
        Shown now = new Shown(state, reason);
        if (now.equals(shown.put(module, now))) {
            return;
        }
        forget(module);
        jdbc.sql("insert into muniflow.module_node (node, name, version, state, reason, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        me,
                        module.name(),
                        module.version(),
                        state.name(),
                        reason == null ? null : reason.substring(0, Math.min(REASON, reason.length())),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .update();
    }

    /** Shows nothing of the versions but these. */
    void only(List<ModuleId> modules) {
        for (ModuleId module : List.copyOf(shown.keySet())) {
            if (!modules.contains(module)) {
                forget(module);
                shown.remove(module);
            }
        }
    }

    private void forget(ModuleId module) {
        jdbc.sql("delete from muniflow.module_node where node = ? and name = ? and version = ?")
                .params(me, module.name(), module.version())
                .update();
    }

    /** Says whether another node that lives runs a version. */
    boolean runsElsewhere(ModuleId module) {
        return all().stream()
                .anyMatch(row -> row.module().equals(module)
                        && row.state().runs()
                        && !row.node().equals(me));
    }

    /** What runs on the nodes that live. */
    List<ModuleOnNode> all() {
        return jdbc.sql("select m.node, n.seen_at, m.name, m.version, m.state, m.reason"
                        + " from muniflow.module_node m join muniflow.node n on n.node = m.node"
                        + " where n.seen_at > current_timestamp - interval '" + lost.toSeconds() + "' second"
                        + " order by m.name, m.version, m.node")
                .query((row, number) -> new ModuleOnNode(
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        new ModuleId(row.getString(3), row.getString(4)),
                        State.valueOf(row.getString(5)),
                        row.getString(6)))
                .list();
    }

    /** This node ends. */
    void end() {
        jdbc.sql("delete from muniflow.module_node where node = ?").param(me).update();
        jdbc.sql("delete from muniflow.node where node = ?").param(me).update();
        shown.clear();
    }
}
