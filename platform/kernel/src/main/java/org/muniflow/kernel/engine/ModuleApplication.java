package org.muniflow.kernel.engine;

import java.util.Map;
import org.camunda.bpm.application.impl.EmbeddedProcessApplication;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** A module as the engine sees it: its class loader and the names that its models may call. */
public final class ModuleApplication extends EmbeddedProcessApplication {

    private final String id;
    private final ClassLoader loader;
    private final Map<String, ?> names;

    /**
     * Makes the application of one module version.
     *
     * @param id the runtime id, for example {@code civil-rights@1.0.0}
     * @param loader the module's class loader
     * @param names what models may call, by name
     */
    public ModuleApplication(String id, ClassLoader loader, Map<String, ?> names) {
        this.id = id;
        this.loader = loader;
        this.names = Map.copyOf(names);
    }

    @Override
    public String getName() {
        return id;
    }

    @Override
    public ClassLoader getProcessApplicationClassloader() {
        return loader;
    }

    @Override
    protected ELResolver initProcessApplicationElResolver() {
        return new OfferedNames(() -> names);
    }
}
