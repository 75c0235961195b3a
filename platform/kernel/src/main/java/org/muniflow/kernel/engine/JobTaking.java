package org.muniflow.kernel.engine;

import java.time.Duration;
import java.util.Date;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether this node takes jobs from their table. */
public final class JobTaking {

    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final ProcessEngine engine;
    private final JdbcClient jdbc;

    JobTaking(ProcessEngine engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /**
     * Takes no more jobs on this node, for good, and waits for those that it has taken.
     *
     * @param limit how long to wait at most
     * @return how many are still being done
     */
    public long end(Duration limit) {
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        if (executor == null || !executor.isActive()) {
            return 0;
        }
        executor.shutdown();
        long end = System.nanoTime() + limit.toNanos();
        long taken = taken(executor);
        while (taken > 0 && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            taken = taken(executor);
        }
        return taken;
    }

    private long taken(JobExecutor executor) {
        return jdbc.sql("select count(*) from ACT_RU_JOB where LOCK_OWNER_ = ? and LOCK_EXP_TIME_ > ?")
                .params(executor.getLockOwner(), now())
                .query(Long.class)
                .single();
    }

    // The engine locks jobs by its own clock.
    private static Date now() {
        return ClockUtil.getCurrentTime();
    }
}
