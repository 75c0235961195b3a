package org.muniflow.kernel.guard;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ActiveModule;

/** The deployment of a module that is being started: it is judged by its own catalogue before it is active. */
public final class Publication {

    private static final ThreadLocal<@Nullable ActiveModule> STARTING = new ThreadLocal<>();

    private Publication() {}

    /**
     * Deploys on behalf of a starting module.
     *
     * @param <T> what the deployment returns
     * @param module the module
     * @param deploy makes the deployment in this thread
     * @return what it returned
     */
    public static <T> T of(ActiveModule module, Supplier<T> deploy) {
        STARTING.set(module);
        try {
            return deploy.get();
        } finally {
            STARTING.remove();
        }
    }

    static Optional<ActiveModule> publisher() {
        return Optional.ofNullable(STARTING.get());
    }
}
