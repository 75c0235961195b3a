package org.muniflow.casework.delegation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.muniflow.casework.delegation.RightRows.Held;
import org.muniflow.casework.delegation.RightRows.Place;

/**
 * The engine's rights of persons who act as delegates: what the team may see and work on, never what it may start. What a
 * person may do otherwise is left alone, also where both meet in one authorization.
 */
final class EngineRights {

    private static final List<Permission> OF_A_PROCESS = List.of(
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.READ_HISTORY,
            ProcessDefinitionPermissions.TASK_WORK);

    private final AuthorizationService authorizations;
    private final RightRows rows;

    EngineRights(AuthorizationService authorizations, RightRows rows) {
        this.authorizations = authorizations;
        this.rows = rows;
    }

    /** What a team may see and do of a process's tasks; empty when it may not work on them. */
    Set<String> ofTeam(String team, String processKey) {
        Set<String> names = new TreeSet<>();
        authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(team)
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(processKey)
                .list()
                .forEach(grant -> OF_A_PROCESS.stream()
                        .filter(grant::isPermissionGranted)
                        .map(Permission::getName)
                        .forEach(names::add));
        return names.contains(ProcessDefinitionPermissions.TASK_WORK.getName()) ? names : Set.of();
    }

    /** Makes what is wanted, and nothing else, hold by delegation. */
    void apply(Map<Place, Set<String>> wanted) {
        Map<Place, Held> present = rows.all();
        present.forEach((place, held) -> {
            if (!held.wanted().equals(wanted.get(place))) {
                withdraw(place, held);
            }
        });
        wanted.forEach((place, names) -> {
            Held held = present.get(place);
            if (held == null || !held.wanted().equals(names)) {
                grant(place, names);
            }
        });
    }

    private void grant(Place place, Set<String> names) {
        Authorization present = present(place);
        Authorization grant =
                present == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : present;
        Set<Permission> missing = permissions(place, names).stream()
                .filter(permission -> present == null || !present.isPermissionGranted(permission))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (present == null) {
            grant.setUserId(place.user());
            grant.setResource(resource(place));
            grant.setResourceId(place.resourceId());
        }
        missing.forEach(grant::addPermission);
        authorizations.saveAuthorization(grant);
        rows.insert(
                place,
                new Held(
                        names,
                        missing.stream().map(Permission::getName).collect(Collectors.toCollection(TreeSet::new))));
    }

    private void withdraw(Place place, Held held) {
        Authorization grant = present(place);
        if (grant != null) {
            permissions(place, held.added()).forEach(grant::removePermission);
            boolean empty = Stream.concat(
                            Stream.of(Permissions.values()), Stream.of(ProcessDefinitionPermissions.values()))
                    .filter(permission -> permission.getValue() != 0)
                    .filter(permission -> List.of(permission.getTypes()).contains(resource(place)))
                    .noneMatch(grant::isPermissionGranted);
            if (empty) {
                authorizations.deleteAuthorization(grant.getId());
            } else {
                authorizations.saveAuthorization(grant);
            }
        }
        rows.delete(place);
    }

    private Authorization present(Place place) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .userIdIn(place.user())
                .resourceType(place.resourceType())
                .resourceId(place.resourceId())
                .singleResult();
    }

    private static Resource resource(Place place) {
        return Stream.of(Resources.values())
                .filter(resource -> resource.resourceType() == place.resourceType())
                .findFirst()
                .orElseThrow();
    }

    private static List<Permission> permissions(Place place, Set<String> names) {
        boolean ofProcess = place.resourceType() == Resources.PROCESS_DEFINITION.resourceType();
        return names.stream()
                .<Permission>map(ofProcess ? ProcessDefinitionPermissions::valueOf : Permissions::valueOf)
                .toList();
    }
}
