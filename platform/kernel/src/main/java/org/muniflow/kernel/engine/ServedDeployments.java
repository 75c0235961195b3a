package org.muniflow.kernel.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.muniflow.kernel.spi.ModuleId;

/**
 * Which version of a module serves which of the engine's deployments on this node. A case may take a step only in a
 * deployment that is served here; {@link Drain} lets the steps that are being taken come to their end. Call this; it is a
 * Spring bean.
 */
public final class ServedDeployments {

    private final Map<String, Service> services = new ConcurrentHashMap<>();
    private final PerTransaction<Set<Service>> entered =
            new PerTransaction<>(HashSet::new, before -> {}, acts -> acts.forEach(Service::left));

    /** One running version: how many transactions are in it, and whether it takes no more. */
    static final class Service {

        private final ModuleId module;
        private final AtomicInteger acts = new AtomicInteger();
        private volatile boolean stopping;

        private Service(ModuleId module) {
            this.module = module;
        }

        private void left() {
            acts.decrementAndGet();
        }
    }

    /**
     * From now on a version serves these deployments, besides those that it serves already. Call this before the
     * deployments are registered with the job executor.
     *
     * @param module the version
     * @param deployments the engine's ids of the deployments
     */
    public synchronized void serve(ModuleId module, Collection<String> deployments) {
        Service service = find(module).orElseGet(() -> new Service(module));
        deployments.forEach(deployment -> services.put(deployment, service));
    }

    /**
     * A version serves nothing any more.
     *
     * @param module the version; may be unknown
     */
    public synchronized void forget(ModuleId module) {
        services.values().removeIf(service -> service.module.equals(module));
    }

    /**
     * Deployments are not served any more.
     *
     * @param deployments the engine's ids; may be unknown
     */
    public synchronized void forget(Collection<String> deployments) {
        services.keySet().removeAll(deployments);
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
            service.left();
            return false;
        }
        mine.add(service);
        return true;
    }

    /** Lets a version take no more steps but those of jobs and of transactions that are in it, or lets it again. */
    void stopping(ModuleId module, boolean stopping) {
        find(module).ifPresent(service -> service.stopping = stopping);
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
