package org.muniflow.kernel.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.application.ProcessApplicationReference;
import org.camunda.bpm.application.impl.ProcessApplicationInfoImpl;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.container.impl.RuntimeContainerDelegateImpl;
import org.camunda.bpm.container.impl.jmx.services.JmxManagedProcessApplication;
import org.camunda.bpm.container.impl.spi.PlatformServiceContainer;
import org.camunda.bpm.container.impl.spi.ServiceTypes;

/**
 * Makes module applications known to the engine's platform. REST and the web applications ask it for the context path of
 * a task's application and fail when it has never heard of the application.
 */
public final class KnownApplications {

    private KnownApplications() {}

    /**
     * Makes an application known, in place of a former one of the same name.
     *
     * @param name the runtime id, for example {@code civil-rights@1.0.0}
     * @param application the application
     */
    public static void add(String name, ProcessApplicationReference application) {
        ProcessApplicationInfoImpl info = new ProcessApplicationInfoImpl();
        info.setName(name);
        info.setDeploymentInfo(List.of());
        info.setProperties(Map.of());
        remove(name);
        container()
                .startService(
                        ServiceTypes.PROCESS_APPLICATION, name, new JmxManagedProcessApplication(info, application));
    }

    /**
     * Forgets an application, so that nothing holds its class loader.
     *
     * @param name the runtime id
     */
    public static void remove(String name) {
        if (container().getService(ServiceTypes.PROCESS_APPLICATION, name) != null) {
            container().stopService(ServiceTypes.PROCESS_APPLICATION, name);
        }
    }

    private static PlatformServiceContainer container() {
        return ((RuntimeContainerDelegateImpl) RuntimeContainerDelegate.INSTANCE.get()).getServiceContainer();
    }
}
