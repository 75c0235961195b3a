package org.muniflow.kernel.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.Actors;

/** Reads the actor from the engine's authentication and runs a command around what the platform does itself. */
final class EngineActors implements Actors {

    private final Supplier<ProcessEngine> engine;

    EngineActors(Supplier<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable String current() {
        Authentication signedIn = engine.get().getIdentityService().getCurrentAuthentication();
        return signedIn == null ? null : signedIn.getUserId();
    }

    @Override
    public <T extends @Nullable Object> T asPlatform(Supplier<T> work) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.get().getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(work::get));
    }
}
