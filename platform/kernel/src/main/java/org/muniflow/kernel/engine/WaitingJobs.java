package org.muniflow.kernel.engine;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.StepRefused;

/**
 * Lets a job wait that could not be done because a module does not run here: it keeps its retries, has no incident and is
 * free to be taken again. Every other failure costs what its model says.
 */
final class WaitingJobs implements FailedJobCommandFactory {

    /** Long enough not to wear out the table, short enough not to keep anyone waiting when the module is back. */
    private static final Duration REST = Duration.ofSeconds(10);

    private static final String RESTING = "waits for its module";

    private final RunningModules modules;

    WaitingJobs(RunningModules modules) {
        this.modules = modules;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        return new JobRetry(jobId, exception, modules);
    }

    private static final class JobRetry extends DefaultJobRetryCmd {

        private static final long serialVersionUID = 1L;

        private final transient RunningModules modules;

        JobRetry(String jobId, Throwable exception, RunningModules modules) {
            super(jobId, exception);
            this.modules = modules;
        }

        @Override
        public @Nullable Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job == null) {
                return super.execute(context);
            }
            boolean away = job.getDeploymentId() != null && modules.away(job.getDeploymentId());
            boolean other = StepRefused.in(exception)
                    .filter(ModuleAway.class::isInstance)
                    .isPresent();
            if (!away && !other) {
                return super.execute(context);
            }
            job.unlock();
            if (!away) {
                // Its own module runs here and would take it again at once, while the other one is still away.
                job.setLockOwner(RESTING);
                job.setLockExpirationTime(
                        Date.from(ClockUtil.getCurrentTime().toInstant().plus(REST)));
            }
            return null;
        }
    }
}
