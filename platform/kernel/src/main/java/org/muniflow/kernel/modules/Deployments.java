package org.muniflow.kernel.modules;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.muniflow.kernel.spi.ModuleId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table that says which version of which module a deployment of the engine belongs to. */
final class Deployments {

    private final JdbcClient jdbc;
    private final Clock clock;

    Deployments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a deployment holds. */
    enum Kind {
        /** All models of a version. */
        MODULE,
        /** Models published for the version later. */
        PUBLICATION,
        /** Models of a development version whose jar has been replaced since; their cases go on. */
        FORMER
    }

    /**
     * A row.
     *
     * @param id the engine's id of the deployment
     * @param module the version
     * @param kind what it holds
     * @param superseded whether another version's models have been deployed since
     */
    record Deployed(String id, ModuleId module, Kind kind, boolean superseded) {}

    /** All rows, in the order of deployment. */
    List<Deployed> all() {
        return jdbc.sql("select deployment_id, name, version, kind, superseded from muniflow.module_deployment"
                        + " order by ordinal")
                .query((row, number) -> new Deployed(
                        row.getString(1),
                        new ModuleId(row.getString(2), row.getString(3)),
                        Kind.valueOf(row.getString(4)),
                        row.getBoolean(5)))
                .list();
    }

    /** The version that a deployment belongs to. */
    Optional<ModuleId> owner(String deployment) {
        return jdbc.sql("select name, version from muniflow.module_deployment where deployment_id = ?")
                .param(deployment)
                .query((row, number) -> new ModuleId(row.getString(1), row.getString(2)))
                .optional();
    }

    /** A version's rows, in the order of deployment. */
    List<Deployed> of(ModuleId module) {
        return all().stream().filter(row -> row.module().equals(module)).toList();
    }

    /** A version's deployments by the engine's ids, in the order of deployment. */
    List<String> ids(ModuleId module) {
        return of(module).stream().map(Deployed::id).toList();
    }

    /** Adds a deployment, unless it is there. */
    void add(ModuleId module, String deployment, Kind kind, String by) {
        jdbc.sql("insert into muniflow.module_deployment (deployment_id, name, version, kind, deployed_by, deployed_at)"
                        + " select cast(? as varchar(64)), cast(? as varchar(100)), cast(? as varchar(60)),"
                        + " cast(? as varchar(20)), cast(? as varchar(255)), cast(? as timestamp with time zone)"
                        + " where not exists (select 1 from muniflow.module_deployment where deployment_id = ?)")
                .params(
                        deployment,
                        module.name(),
                        module.version(),
                        kind.name(),
                        by,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        deployment)
                .update();
    }

    /** The models of a version have become the engine's newest, instead of all other versions'. */
    void supersedeOthers(ModuleId module) {
        jdbc.sql("update muniflow.module_deployment set superseded = true"
                        + " where name = ? and version <> ? and superseded = false")
                .params(module.name(), module.version())
                .update();
    }

    /** The jar of a version has been replaced. */
    void replaced(ModuleId module) {
        jdbc.sql("update muniflow.module_deployment set kind = ? where name = ? and version = ? and kind = ?")
                .params(Kind.FORMER.name(), module.name(), module.version(), Kind.MODULE.name())
                .update();
    }

    void remove(ModuleId module) {
        jdbc.sql("delete from muniflow.module_deployment where name = ? and version = ?")
                .params(module.name(), module.version())
                .update();
    }
}
