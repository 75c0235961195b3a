package org.muniflow.kernel.rights;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.muniflow.kernel.engine.AsPlatform;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.Team;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies what a module declares of teams and rights, all of it or nothing, each time the module starts. */
final class ModuleRights implements ModuleListener {

    private final Supplier<ProcessEngine> engine;
    private final TransactionTemplate transaction;
    private final String adminGroup;

    ModuleRights(Supplier<ProcessEngine> engine, TransactionTemplate transaction, String adminGroup) {
        this.engine = engine;
        this.transaction = transaction;
        this.adminGroup = adminGroup;
    }

    @Override
    public void started(ActiveModule module) {
        ProcessEngine city = engine.get();
        AsPlatform.call(city.getIdentityService(), () -> {
            transaction.executeWithoutResult(tx -> {
                module.teams().forEach(team -> group(city.getIdentityService(), team));
                new Grants(city.getAuthorizationService(), adminGroup).apply(module);
                new TeamFilters(city.getFilterService(), city.getTaskService(), city.getAuthorizationService())
                        .apply(module);
            });
            return module;
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
