package org.muniflow.kernel.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.application.ProcessApplicationReference;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ModuleId;

/**
 * Which version of a module serves which of the engine's deployments on this node: with its code, and as far as their jobs go.
 * A case may take a step only in a deployment that is served here; {@link Drain} lets the steps that are being taken come to
 * their end. Call this; it is a Spring bean.
 */
public final class ServedDeployments {

    private final Map<String, Service> services = new ConcurrentHashMap<>();
    private final Applications applications = new Applications();
    private final Set<String> jobs = new CopyOnWriteArraySet<>();
    private final PerTransaction<Set<Service>> entered = new PerTransaction<>(
            HashSet::new, before -> {}, services -> services.forEach(service -> service.acts.decrementAndGet()));
    private final Map<String, Service> taken = new HashMap<>();
    private final int mostJobs;

    /** A module has at most so many jobs taken on this node, that its slow ones leave threads to the others. */
    ServedDeployments(int mostJobs) {
        if (mostJobs < 1) {
            throw new IllegalArgumentException(
                    "muniflow.modules.most-jobs is " + mostJobs + "; a module needs at least one job at a time");
        }
        this.mostJobs = mostJobs;
    }

    /** One running version: its code, how many transactions are in it, and whether it takes no more. */
    private static final class Service {

        private final ModuleId module;
        private final ProcessApplicationReference application;
        private final AtomicInteger acts = new AtomicInteger();
        private volatile boolean stopping;
        private int jobs;

        private Service(ModuleId module, ProcessApplicationReference application) {
            this.module = module;
            this.application = application;
        }
    }

    /**
     * From now on a version serves these deployments, besides those that it serves already; their jobs run here.
     *
     * @param module the version
     * @param application its code, as the engine reaches it; the same each time
     * @param deployments the engine's ids of the deployments
     */
    public synchronized void serve(
            ModuleId module, ProcessApplicationReference application, Collection<String> deployments) {
        Service service = find(module).orElseGet(() -> new Service(module, application));
        deployments.forEach(deployment -> serve(service, deployment));
    }

    /** A version serves a deployment too that was made for it, when it runs here. */
    synchronized boolean join(ModuleId module, String deployment) {
        Optional<Service> service = find(module);
        service.ifPresent(running -> serve(running, deployment));
        return service.isPresent();
    }

    private void serve(Service service, String deployment) {
        applications.put(deployment, service.application);
        services.put(deployment, service);
        if (!service.stopping && service.jobs < mostJobs) {
            jobs.add(deployment);
        }
    }

    /**
     * A version serves nothing any more.
     *
     * @param module the version; may be unknown
     */
    public synchronized void forget(ModuleId module) {
        forget(of(module));
    }

    /**
     * Deployments are not served any more.
     *
     * @param deployments the engine's ids; may be unknown
     */
    public synchronized void forget(Collection<String> deployments) {
        jobs.removeAll(deployments);
        deployments.forEach(services::remove);
        deployments.forEach(applications::remove);
    }

    /**
     * Tells what a version serves here.
     *
     * @param module the version
     * @return the engine's ids of its deployments; empty when it does not run here
     */
    public Set<String> of(ModuleId module) {
        Set<String> deployments = new HashSet<>();
        services.forEach((deployment, service) -> {
            if (service.module.equals(module)) {
                deployments.add(deployment);
            }
        });
        return Set.copyOf(deployments);
    }

    /**
     * Tells who serves a deployment here.
     *
     * @param deploymentId the engine's id of the deployment
     * @return the version, or empty when none that runs here does
     */
    public Optional<ModuleId> server(String deploymentId) {
        return Optional.ofNullable(services.get(deploymentId)).map(service -> service.module);
    }

    /** The list of applications that the engine is to use. */
    Applications applications() {
        return applications;
    }

    /** The list of deployments whose jobs run here, which the engine is to use. */
    Set<String> jobs() {
        return jobs;
    }

    /**
     * Enters a deployment for the rest of the present transaction.
     *
     * @param deploymentId the deployment
     * @param always true for a job, which has been taken from the table before its module began to stop
     * @return true when a version serves the deployment and takes the step
     */
    boolean enter(String deploymentId, boolean always) {
        Service service = services.get(deploymentId);
        if (service == null) {
            return false;
        }
        Set<Service> mine = entered.get();
        if (mine.contains(service)) {
            return true;
        }
        // Counted before the look at the mark, and marked before the count is read: one of the two sees the other.
        service.acts.incrementAndGet();
        if (service.stopping && !always) {
            service.acts.decrementAndGet();
            return false;
        }
        mine.add(service);
        return true;
    }

    /** How many jobs of a deployment may be taken from the table besides those that are taken; its other nodes may take the rest. */
    synchronized int room(@Nullable String deploymentId) {
        Service service = deploymentId == null ? null : services.get(deploymentId);
        return service == null ? Integer.MAX_VALUE : mostJobs - service.jobs;
    }

    /** A job has been taken from the table; while its module has its most, no more of them are looked for. */
    synchronized void taken(String jobId, @Nullable String deploymentId) {
        Service service = deploymentId == null ? null : services.get(deploymentId);
        if (service != null && taken.putIfAbsent(jobId, service) == null && ++service.jobs == mostJobs) {
            jobs.removeAll(of(service.module));
        }
    }

    /** Jobs have come to their end, whatever it was. */
    synchronized void done(Collection<String> jobIds) {
        for (String jobId : jobIds) {
            Service service = taken.remove(jobId);
            if (service != null && --service.jobs == mostJobs - 1 && !service.stopping) {
                jobs.addAll(of(service.module));
            }
        }
    }

    /** Lets a version take no more jobs and no more steps but those of the transactions that are in it; or lets it again. */
    synchronized void stopping(ModuleId module, boolean stopping) {
        find(module).ifPresent(service -> {
            service.stopping = stopping;
            if (stopping) {
                jobs.removeAll(of(module));
            } else if (service.jobs < mostJobs) {
                jobs.addAll(of(module));
            }
        });
    }

    /** How many transactions are in a version. */
    int acts(ModuleId module) {
        return find(module).map(service -> service.acts.get()).orElse(0);
    }

    private Optional<Service> find(ModuleId module) {
        return services.values().stream()
                .filter(service -> service.module.equals(module))
                .findFirst();
    }
}
