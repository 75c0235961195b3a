package org.muniflow.kernel.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.muniflow.kernel.engine.AsPlatform;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.kernel.spi.RunningVersions;
import org.muniflow.kernel.spi.Team;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies what a module declares of teams and rights, all of it or nothing, each time a version that takes new cases begins to
 * speak for its department, or another one starts beside it. A stop changes no rights: neither does the stopped version
 * withdraw any, which may run on another node, nor does a draining one that speaks in its place bring back its own.
 */
final class ModuleRights implements ModuleListener {

    private final Supplier<ProcessEngine> engine;
    private final TransactionTemplate transaction;
    private final String adminGroup;
    private final Supplier<Modules> modules;
    private final RunningVersions<ActiveModule> running = new RunningVersions<>();

    ModuleRights(
            Supplier<ProcessEngine> engine,
            Supplier<Modules> modules,
            TransactionTemplate transaction,
            String adminGroup) {
        this.engine = engine;
        this.modules = modules;
        this.transaction = transaction;
        this.adminGroup = adminGroup;
    }

    @Override
    public void started(ActiveModule module) {
        running.started(module.id(), module);
        List<ActiveModule> versions = running.of(module.name());
        if (versions.size() > 1) {
            apply(versions);
        }
    }

    @Override
    public void speaks(ActiveModule module) {
        running.speaks(module.id());
        apply(running.of(module.name()));
    }

    @Override
    public void stopped(ActiveModule module) {
        running.stopped(module.id());
    }

    private void apply(List<ActiveModule> versions) {
        ActiveModule speaking = versions.get(0);
        if (modules.get().isDraining(speaking.id())) {
            return;
        }
        List<ActiveModule> others = versions.subList(1, versions.size());
        Map<String, Team> teams = new LinkedHashMap<>();
        versions.forEach(version -> version.teams().forEach(team -> teams.putIfAbsent(team.groupId(), team)));
        ProcessEngine city = engine.get();
        AsPlatform.call(city.getIdentityService(), () -> {
            transaction.executeWithoutResult(tx -> {
                teams.values().forEach(team -> group(city.getIdentityService(), team));
                new Grants(city.getAuthorizationService(), adminGroup).apply(speaking, others);
                new TeamFilters(city.getFilterService(), city.getTaskService(), city.getAuthorizationService())
                        .apply(speaking, teams.values());
            });
            return speaking;
        });
    }

    private static void group(IdentityService identity, Team team) {
        Group present = identity.createGroupQuery().groupId(team.groupId()).singleResult();
        Group group = present == null ? identity.newGroup(team.groupId()) : present;
        if (present == null || !team.name().equals(present.getName())) {
            group.setName(team.name());
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
    }
}
