package org.muniflow.kernel.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;

/** Locks of the jobs that it finds only those for which their modules have room, and says where they belong. */
final class TakeShares extends AcquireJobsCmd {

    private final ServedDeployments served;
    private final Map<String, String> deployments;
    private final Map<String, AcquirableJobEntity> locks = new HashMap<>();
    private final Map<String, Integer> chosen = new HashMap<>();

    TakeShares(JobExecutor executor, int jobs, ServedDeployments served, Map<String, String> deployments) {
        super(executor, jobs);
        this.served = served;
        this.deployments = deployments;
    }

    @Override
    public AcquiredJobs execute(CommandContext context) {
        AcquiredJobs all = super.execute(context);
        // Whatever was locked before this has been handed over or lost to another node.
        deployments.clear();
        if (locks.isEmpty()) {
            return all;
        }
        context
                .getJobManager()
                .findDeploymentIdMappingsByQueryCriteria((JobQueryImpl) new JobQueryImpl().jobIds(locks.keySet()))
                .stream()
                .filter(pair -> pair.getLeft() != null)
                .forEach(pair -> deployments.put(pair.getRight(), pair.getLeft()));
        List<List<String>> shares =
                all.getJobIdBatches().stream().filter(this::fits).toList();
        if (shares.size() < all.getJobIdBatches().size()) {
            // Seems to have wanted no more: so the engine looks again at once, now without the modules that have
            // enough.
            acquiredJobs = new AcquiredJobs(shares.size());
            shares.forEach(acquiredJobs::addJobIdBatch);
        }
        shares.forEach(batch -> batch.forEach(job -> super.lockJob(locks.get(job))));
        return acquiredJobs;
    }

    /** Jobs that exclude each other are one case's and one thread's; they are taken together. */
    private boolean fits(List<String> batch) {
        String deployment = deployments.get(batch.get(0));
        String module = deployment == null
                ? ""
                : served.server(deployment).map(Object::toString).orElse("");
        int before = chosen.getOrDefault(module, 0);
        chosen.merge(module, batch.size(), Integer::sum);
        return module.isEmpty() || before < served.room(deployment);
    }

    @Override
    protected void lockJob(AcquirableJobEntity job) {
        locks.put(job.getId(), job);
    }
}
