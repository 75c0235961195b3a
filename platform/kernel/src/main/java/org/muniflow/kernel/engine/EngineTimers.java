package org.muniflow.kernel.engine;

import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.StepRefused;
import org.muniflow.kernel.spi.Timers;

/**
 * Moves timers in one command: the job that is looked at is the job that is changed, so that a thread that takes it in between
 * lets one of the two transactions fail.
 */
final class EngineTimers implements Timers {

    private final Supplier<ProcessEngine> engine;

    EngineTimers(Supplier<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public void move(String jobId, Instant due) {
        ((ProcessEngineConfigurationImpl) engine.get().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> move(context, jobId, due));
    }

    private static @Nullable Void move(CommandContext context, String jobId, Instant due) {
        JobEntity job = context.getJobManager().findJobById(jobId);
        if (job == null || taken(job)) {
            throw new StepRefused(
                    "A timer of this clock runs out at this very moment, so nothing was changed; look at the case again"
                            + " in a minute and repeat it if it is still needed.");
        }
        job.setDuedate(Date.from(due));
        return null;
    }

    private static boolean taken(JobEntity job) {
        Date until = job.getLockExpirationTime();
        return until != null && until.after(ClockUtil.getCurrentTime());
    }
}
