package org.muniflow.kernel.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.core.task.TaskExecutor;

/**
 * Takes the jobs of a module only up to its share, counted from their locks to their ends. Counted when they begin, a slow
 * module's jobs would already wait in front of the threads, and every thread that became free would be theirs.
 */
final class SharedJobExecutor extends SpringJobExecutor {

    private final ServedDeployments served;

    /** Where the jobs belong that are locked and not yet handed over; only the acquiring thread uses it. */
    private final Map<String, String> deployments = new HashMap<>();

    SharedJobExecutor(JobExecutor settings, TaskExecutor threads, ServedDeployments served) {
        this.served = served;
        setTaskExecutor(threads);
        setRejectedJobsHandler(settings.getRejectedJobsHandler());
        setLockTimeInMillis(settings.getLockTimeInMillis());
        setMaxJobsPerAcquisition(settings.getMaxJobsPerAcquisition());
        setWaitTimeInMillis(settings.getWaitTimeInMillis());
        setWaitIncreaseFactor(settings.getWaitIncreaseFactor());
        setMaxWait(settings.getMaxWait());
        setBackoffTimeInMillis(settings.getBackoffTimeInMillis());
        setMaxBackoff(settings.getMaxBackoff());
        setBackoffDecreaseThreshold(settings.getBackoffDecreaseThreshold());
    }

    @Override
    protected void ensureInitialization() {
        setAcquireJobsCmdFactory(jobs -> new TakeShares(this, jobs, served, deployments));
        super.ensureInitialization();
    }

    // Called when the locks are committed, and again for jobs that found no thread.
    @Override
    public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
        jobIds.forEach(job -> served.taken(job, deployments.remove(job)));
        super.executeJobs(jobIds, engine);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        List<String> taken = List.copyOf(jobIds);
        Runnable jobs = super.getExecuteJobsRunnable(jobIds, engine);
        return () -> {
            try {
                jobs.run();
            } finally {
                served.done(taken);
                // The engine's own hint came before there was room.
                jobWasAdded();
            }
        };
    }
}
