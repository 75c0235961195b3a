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
    private final PerTransaction<Map<Service, Boolean>> entered =
            new PerTransaction<>(HashMap::new, before -> {}, acts -> acts.forEach(this::left));
    private final int mostJobs;

    /** A module has at most so many jobs running on this node, that its slow ones leave threads to the others. */
    ServedDeployments(int mostJobs) {
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
        Map<Service, Boolean> mine = entered.get();
        if (mine.containsKey(service)) {
            return true;
        }
        // Counted before the look at the mark, and marked before the count is read: one of the two sees the other.
        service.acts.incrementAndGet();
        if (service.stopping && !always) {
            service.acts.decrementAndGet();
            return false;
        }
        mine.put(service, always);
        if (always) {
            count(service, 1);
        }
        return true;
    }

    private void left(Service service, boolean job) {
        if (job) {
            count(service, -1);
        }
        service.acts.decrementAndGet();
    }

    /** While a module has its most, no more of its jobs are taken from the table; its other nodes may take them. */
    private synchronized void count(Service service, int change) {
        service.jobs += change;
        if (change > 0 && service.jobs == mostJobs) {
            jobs.removeAll(of(service.module));
        } else if (change < 0 && service.jobs == mostJobs - 1 && !service.stopping) {
            jobs.addAll(of(service.module));
        }
    }

    /** Lets a version take no more jobs and no more steps but those of the transactions that are in it; or lets it again. */
    synchronized void stopping(ModuleId module, boolean stopping) {
        find(module).ifPresent(service -> {
            service.stopping = stopping;
            if (stopping) {
                jobs.removeAll(of(module));
            } else {
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
