package org.muniflow.kernel.rights;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.Team;

/** One Tasklist filter per team, with plain values: stored queries hold no expressions. */
final class TeamFilters {

    /** The property by which a filter is known to be a module's. */
    private static final String OWNER = "muniflowTeam";

    private static final int ALL = 2000;

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TeamFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    void apply(ActiveModule module, Collection<Team> teams) {
        Map<String, Filter> present = new HashMap<>();
        for (Filter filter : filters.createTaskFilterQuery().listPage(0, ALL)) {
            Object owner = filter.getProperties() == null
                    ? null
                    : filter.getProperties().get(OWNER);
            if (owner != null && owner.toString().startsWith(module.name() + "/")) {
                present.put(owner.toString(), filter);
            }
        }
        Set<String> declared = new HashSet<>();
        int place = 0;
        for (Team team : teams) {
            String owner = module.name() + "/" + team.groupId();
            declared.add(owner);
            Filter filter = present.containsKey(owner)
                    ? present.get(owner)
                    : filters.newTaskFilter(team.name()).setOwner(null);
            save(filter, team, owner, module.title(), place++);
        }
        present.forEach((owner, filter) -> {
            if (!declared.contains(owner)) {
                filters.deleteFilter(filter.getId());
            }
        });
    }

    private void save(Filter filter, Team team, String owner, String department, int place) {
        TaskQuery query = tasks.createTaskQuery()
                .taskCandidateGroup(team.groupId())
                .includeAssignedTasks()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc();
        Map<String, Object> properties = new HashMap<>();
        properties.put(OWNER, owner);
        properties.put("description", "Tasks of " + team.name() + ", " + department);
        properties.put("priority", place * 10);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(Map.of("name", "caseNumber", "label", "Case")));
        filters.saveFilter(filter.setName(team.name()).setQuery(query).setProperties(properties));
        show(filter.getId(), team.groupId());
    }

    private void show(String filterId, String group) {
        boolean shown = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(Resources.FILTER)
                        .resourceId(filterId)
                        .count()
                > 0;
        if (!shown) {
            Authorization read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            read.setGroupId(group);
            read.setResource(Resources.FILTER);
            read.setResourceId(filterId);
            read.addPermission(Permissions.READ);
            authorizations.saveAuthorization(read);
        }
    }
}
