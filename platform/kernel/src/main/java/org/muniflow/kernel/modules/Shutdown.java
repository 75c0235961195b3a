package org.muniflow.kernel.modules;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Brings the modules of this node to rest when it ends: jobs first, then contexts, then files. */
final class Shutdown implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final CityLock lock;
    private final NodeModules node;
    private final Lifecycle lifecycle;
    private final JarFiles jars;

    Shutdown(CityLock lock, NodeModules node, Lifecycle lifecycle, JarFiles jars) {
        this.lock = lock;
        this.node = node;
        this.lifecycle = lifecycle;
        this.jars = jars;
    }

    @Override
    public void destroy() throws IOException {
        lock.onNode(() -> {
            node.running().forEach(lifecycle::end);
            return node;
        });
        jars.delete();
    }
}
