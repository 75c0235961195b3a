package org.muniflow.kernel.engine;

import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.guard.DeployedModels;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleState.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which version of a module each deployment of the engine belongs to, whether it runs or not. */
class DeploymentRows implements DeployedModels {

    private final JdbcClient jdbc;

    DeploymentRows(JdbcClient jdbc) {
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

    /** Says whether a version takes new cases, and keeps it so until the end of the present transaction. */
    boolean active(ModuleId module) {
        return jdbc.sql("select state from muniflow.module where name = ? and version = ? for update")
                .params(module.name(), module.version())
                .query(String.class)
                .optional()
                .filter(State.ACTIVE.name()::equals)
                .isPresent();
    }

    /** Notes in the present transaction that models have been published for a version. */
    void published(ModuleId module, String deploymentId, @Nullable String by, Date at) {
        jdbc.sql("insert into muniflow.module_deployment (deployment_id, name, version, kind, deployed_by, deployed_at)"
                        + " values (:deployment, :name, :version, 'PUBLICATION', :by, :at)")
                .param("deployment", deploymentId)
                .param("name", module.name())
                .param("version", module.version())
                .param("by", by)
                .param("at", at.toInstant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Set<String> keys(String module, boolean decisions) {
        return new HashSet<>(jdbc.sql("select distinct e.KEY_ from "
                        + (decisions ? "ACT_RE_DECISION_DEF" : "ACT_RE_CAMFORMDEF")
                        + " e join muniflow.module_deployment d on d.deployment_id = e.DEPLOYMENT_ID_"
                        + " where d.name = ?")
                .param(module)
                .query(String.class)
                .list());
    }

    @Override
    public Optional<byte[]> newest(String processKey) {
        return jdbc.sql("select b.BYTES_ from ACT_RE_PROCDEF p"
                        + " join ACT_GE_BYTEARRAY b on b.DEPLOYMENT_ID_ = p.DEPLOYMENT_ID_ and b.NAME_ = p.RESOURCE_NAME_"
                        + " where p.KEY_ = ? order by p.VERSION_ desc fetch first 1 row only")
                .param(processKey)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }
}
