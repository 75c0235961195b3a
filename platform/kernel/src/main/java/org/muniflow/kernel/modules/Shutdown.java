package org.muniflow.kernel.modules;

import java.io.IOException;
import java.time.Duration;
import org.muniflow.kernel.engine.JobTaking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;

/**
 * Brings this node's modules to rest when it ends: no more jobs are taken and the running ones are finished while everything
 * that they need is still there; contexts are closed when the web server has answered its last request.
 */
final class Shutdown implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final ApplicationContext city;
    private final CityLock lock;
    private final NodeModules node;
    private final NodeTable nodes;
    private final NodeLife here;
    private final Convergence convergence;
    private final JobTaking jobs;
    private final JarFiles jars;
    private final Duration limit;

    Shutdown(
            ApplicationContext city,
            CityLock lock,
            NodeModules node,
            NodeTable nodes,
            NodeLife here,
            Convergence convergence,
            JobTaking jobs,
            JarFiles jars,
            Duration limit) {
        this.city = city;
        this.lock = lock;
        this.node = node;
        this.nodes = nodes;
        this.here = here;
        this.convergence = convergence;
        this.jobs = jobs;
        this.jars = jars;
        this.limit = limit;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void begin(ContextClosedEvent closed) {
        if (closed.getApplicationContext() == city) {
            convergence.end();
            long left = jobs.end(limit);
            if (left > 0) {
                LOG.warn(
                        "{} jobs are not finished after {}; they are tried again when their locks expire", left, limit);
            }
        }
    }

    @Override
    public void destroy() throws IOException {
        convergence.end();
        lock.onNode(() -> {
            node.running().forEach(here::end);
            return node;
        });
        try {
            nodes.end();
        } catch (DataAccessException gone) {
            LOG.debug("The database is gone already; the others forget this node by themselves", gone);
        }
        jars.delete();
    }
}
