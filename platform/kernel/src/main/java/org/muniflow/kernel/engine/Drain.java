package org.muniflow.kernel.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.muniflow.kernel.spi.ModuleId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets a version of a module come to rest on this node: it takes no more jobs and no more steps of people, and what is
 * being done is finished. Call this before its context is closed; it is a Spring bean.
 */
public final class Drain {

    private static final Duration BETWEEN = Duration.ofMillis(100);

    /** An acquisition of jobs may be under way while nothing is locked yet. */
    private static final int QUIET_LOOKS = 3;

    private static final int MOST_NAMED = 5;
    private static final String LOCKED =
            " where j.DEPLOYMENT_ID_ in (:deployments) and j.LOCK_OWNER_ = :node and j.LOCK_EXP_TIME_ > :now";

    private final ProcessEngine engine;
    private final ServedDeployments served;
    private final JdbcClient jdbc;

    Drain(ProcessEngine engine, ServedDeployments served, JdbcClient jdbc) {
        this.engine = engine;
        this.served = served;
        this.jdbc = jdbc;
    }

    /**
     * Waits until nothing runs in a version on this node. When that does not come to pass within the limit, the version
     * goes on as before; otherwise its jobs wait in their table, and {@link ServedDeployments#forget} and the disconnection of
     * its models are left to the caller.
     *
     * @param module the version; nothing is waited for when it does not run here
     * @param limit how long to wait at most
     * @return one sentence for each thing that still runs; empty when the version is at rest
     */
    public List<String> drain(ModuleId module, Duration limit) {
        Set<String> deployments = served.of(module);
        if (deployments.isEmpty()) {
            return List.of();
        }
        served.stopping(module, true);
        long end = System.nanoTime() + limit.toNanos();
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            quiet = served.acts(module) == 0 && locked(deployments) == 0 ? quiet + 1 : 0;
            if (quiet < QUIET_LOOKS) {
                if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                    List<String> running = running(module, deployments);
                    goOn(module);
                    return running;
                }
                // Nobody tells that a job has ended, on whatever thread it ran: the table is asked again.
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
        return List.of();
    }

    /**
     * Lets a version that is at rest go on, when its stop was given up.
     *
     * @param module the version
     */
    public void goOn(ModuleId module) {
        served.stopping(module, false);
    }

    private String node() {
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        return executor == null ? "" : executor.getLockOwner();
    }

    private long locked(Set<String> deployments) {
        return jdbc.sql("select count(*) from ACT_RU_JOB j" + LOCKED)
                .param("deployments", deployments)
                .param("node", node())
                .param("now", now())
                .query(Long.class)
                .single();
    }

    // The engine locks jobs by its own clock.
    private static Date now() {
        return ClockUtil.getCurrentTime();
    }

    private List<String> running(ModuleId module, Set<String> deployments) {
        List<String> running = new ArrayList<>(jdbc.sql(
                        "select e.BUSINESS_KEY_, j.PROCESS_DEF_KEY_, d.ACT_ID_ from ACT_RU_JOB j"
                                + " left join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_"
                                + " left join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_"
                                + LOCKED
                                + " order by j.ID_")
                .param("deployments", deployments)
                .param("node", node())
                .param("now", now())
                .query((row, number) -> "Case " + (row.getString(1) == null ? "without number" : row.getString(1))
                        + " of process " + row.getString(2) + " is at step " + row.getString(3) + ".")
                .list());
        if (running.size() > MOST_NAMED) {
            int more = running.size() - MOST_NAMED;
            running = new ArrayList<>(running.subList(0, MOST_NAMED));
            running.add(more + " more jobs are being done.");
        }
        int acts = served.acts(module);
        if (running.isEmpty()) {
            running.add(
                    acts == 0
                            ? "A job was being taken from the table just now; try again."
                            : acts + " steps of people are being taken just now; try again.");
        }
        return running;
    }
}
