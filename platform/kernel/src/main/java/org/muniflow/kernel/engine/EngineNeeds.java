package org.muniflow.kernel.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNeed;
import org.muniflow.kernel.spi.ModuleNeed.Kind;
import org.muniflow.kernel.spi.ModuleNeeds;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the engine still needs a version's models and code for. It reads the engine's tables: each kind with two statements for all
 * deployments at once, where the engine's own queries would want several for every definition.
 */
final class EngineNeeds implements ModuleNeeds {

    private static final int EXAMPLES = 5;

    private static final String OF_THE_DEPLOYMENTS =
            " join ACT_RE_PROCDEF d on d.ID_ = %s and d.DEPLOYMENT_ID_ in (:deployments)";
    private static final String RUNNING_CASE = " left join ACT_RU_EXECUTION c on c.ID_ = %s";

    private static final String CASES = "ACT_RU_EXECUTION c" + of("c.PROC_DEF_ID_") + " where c.ID_ = c.PROC_INST_ID_";
    // Timers that start cases belong to none, and need nothing of a version that takes no cases.
    private static final String JOBS = "ACT_RU_JOB n" + of("n.PROCESS_DEF_ID_") + in("n.PROCESS_INSTANCE_ID_")
            + " where n.PROCESS_INSTANCE_ID_ is not null and n.TYPE_ = ";
    private static final String TASKS = "ACT_RU_TASK n" + of("n.PROC_DEF_ID_") + in("n.PROC_INST_ID_");
    private static final String INCIDENTS = "ACT_RU_INCIDENT n" + of("n.PROC_DEF_ID_") + in("n.PROC_INST_ID_");
    private static final String HISTORY = "ACT_HI_PROCINST c" + of("c.PROC_DEF_ID_") + " where c.END_TIME_ is not null";

    private final JdbcClient jdbc;

    EngineNeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String of(String definition) {
        return OF_THE_DEPLOYMENTS.formatted(definition);
    }

    private static String in(String instance) {
        return RUNNING_CASE.formatted(instance);
    }

    @Override
    public List<ModuleNeed> find(ModuleId module, Collection<String> deployments, boolean last) {
        if (deployments.isEmpty()) {
            return List.of();
        }
        List<ModuleNeed> needs = new ArrayList<>();
        look(needs, Kind.CASES, CASES, deployments);
        look(needs, Kind.JOBS, JOBS + "'message'", deployments);
        look(needs, Kind.TIMERS, JOBS + "'timer'", deployments);
        look(needs, Kind.TASKS, TASKS, deployments);
        look(needs, Kind.INCIDENTS, INCIDENTS, deployments);
        look(needs, Kind.HISTORY, HISTORY, deployments);
        return needs;
    }

    private void look(List<ModuleNeed> needs, Kind kind, String from, Collection<String> deployments) {
        long count = jdbc.sql("select count(*) from " + from)
                .param("deployments", deployments)
                .query(Long.class)
                .single();
        if (count > 0) {
            List<String> cases = jdbc.sql("select distinct coalesce(c.BUSINESS_KEY_, c.PROC_INST_ID_) from " + from
                            + " order by 1 fetch first " + EXAMPLES + " rows only")
                    .param("deployments", deployments)
                    .query(String.class)
                    .list();
            needs.add(new ModuleNeed(kind, count, cases, sentence(kind, count, cases)));
        }
    }

    private static String sentence(Kind kind, long count, List<String> cases) {
        boolean one = count == 1;
        String named = " (" + String.join(", ", cases) + (count > cases.size() ? ", …" : "") + ")";
        String what =
                switch (kind) {
                    case CASES -> one ? " case is open" : " cases are open";
                    case JOBS -> one ? " job waits" : " jobs wait";
                    case TIMERS -> one ? " timer waits for its date" : " timers wait for their dates";
                    case TASKS -> one ? " task is open" : " tasks are open";
                    case INCIDENTS -> one ? " failure is unresolved" : " failures are unresolved";
                    default -> one ? " finished case is retained" : " finished cases are retained";
                };
        String act =
                switch (kind) {
                    case CASES -> "finish or cancel " + (one ? "it." : "them.");
                    case JOBS -> "start the version so that " + (one ? "it runs." : "they run.");
                    case TIMERS -> "wait until then, or finish or cancel the " + (one ? "case." : "cases.");
                    case TASKS -> "complete " + (one ? "it" : "them") + " in Tasklist.";
                    case INCIDENTS -> "resolve " + (one ? "it" : "them") + " in Cockpit.";
                    default ->
                        "uninstall when " + (one ? "its" : "their")
                                + " retention has passed and history has been cleaned.";
                };
        return count + what + named + "; " + act;
    }
}
