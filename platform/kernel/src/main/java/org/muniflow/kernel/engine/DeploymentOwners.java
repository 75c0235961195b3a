package org.muniflow.kernel.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleState.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads to which version of a module a deployment belongs, whether it runs or not. */
class DeploymentOwners {

    private final JdbcClient jdbc;

    DeploymentOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose a deployment is.
     *
     * @param module the version
     * @param state what has become of it; null when it is no longer installed
     */
    record Owner(ModuleId module, @Nullable State state) {}

    /** Finds the owner; empty for a deployment that no module made. */
    Optional<Owner> find(String deploymentId) {
        return jdbc.sql("select d.name, d.version, m.state from muniflow.module_deployment d"
                        + " left join muniflow.module m on m.name = d.name and m.version = d.version"
                        + " where d.deployment_id = ?")
                .param(deploymentId)
                .query((row, number) -> {
                    String state = row.getString(3);
                    return new Owner(
                            new ModuleId(row.getString(1), row.getString(2)),
                            state == null ? null : State.valueOf(state));
                })
                .optional();
    }
}
