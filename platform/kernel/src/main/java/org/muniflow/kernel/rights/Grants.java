package org.muniflow.kernel.rights;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.GrantDeclaration;

/**
 * The authorizations of groups on a module's processes. What a module declares is all that holds: a group's
 * authorization on one of its processes that is not declared is withdrawn, except the administrators'. Rights are kept per
 * process, not per version: the version that speaks for the department decides, but whoever works on the cases of another
 * running version can go on with them.
 */
final class Grants {

    private static final int ALL = 2000;
    private static final List<String> APPLICATIONS = List.of("tasklist", "welcome");

    private final AuthorizationService authorizations;
    private final String adminGroup;

    Grants(AuthorizationService authorizations, String adminGroup) {
        this.authorizations = authorizations;
        this.adminGroup = adminGroup;
    }

    private record Place(String group, Resource resource, String id) {}

    void apply(ActiveModule module, List<ActiveModule> others) {
        Map<Place, Set<Permission>> declared = new LinkedHashMap<>();
        module.grants().forEach(grant -> declare(declared, grant, grant.rights()));
        others.forEach(other -> other.grants().forEach(grant -> declare(declared, grant, kept(grant, module))));
        declared.forEach(this::grant);
        Set<String> lost = withdraw(module, declared.keySet());
        lost.forEach(this::close);
    }

    /** What a grant of another running version is still good for. */
    private static Set<Right> kept(GrantDeclaration grant, ActiveModule speaking) {
        Set<Right> kept = EnumSet.noneOf(Right.class);
        kept.addAll(grant.rights());
        kept.remove(Right.START);
        if (speaking.processes().stream().anyMatch(process -> process.key().equals(grant.processKey()))) {
            kept.remove(Right.READ);
        }
        return kept;
    }

    private static void declare(Map<Place, Set<Permission>> all, GrantDeclaration grant, Set<Right> granted) {
        if (granted.isEmpty()) {
            return;
        }
        Set<Permission> rights = of(all, new Place(grant.groupId(), Resources.PROCESS_DEFINITION, grant.processKey()));
        for (Right right : granted) {
            rights.addAll(permissions(right));
            if (right == Right.START) {
                of(all, new Place(grant.groupId(), Resources.PROCESS_INSTANCE, ANY))
                        .add(Permissions.CREATE);
            }
        }
        for (String application : APPLICATIONS) {
            of(all, new Place(grant.groupId(), Resources.APPLICATION, application))
                    .add(Permissions.ACCESS);
        }
    }

    private static Set<Permission> of(Map<Place, Set<Permission>> all, Place place) {
        return all.computeIfAbsent(place, absent -> new LinkedHashSet<>());
    }

    private static List<Permission> permissions(Right right) {
        return switch (right) {
            case CORRECT -> List.of(ProcessDefinitionPermissions.READ);
            case READ ->
                List.of(
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.READ_HISTORY);
            case WORK ->
                List.of(
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.TASK_WORK);
            case START -> List.of(ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE);
        };
    }

    private void grant(Place place, Set<Permission> permissions) {
        Authorization present = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(place.group())
                .resourceType(place.resource())
                .resourceId(place.id())
                .singleResult();
        Authorization grant = present == null ? authorizations.createNewAuthorization(AUTH_TYPE_GRANT) : present;
        Permission[] wanted = permissions.toArray(Permission[]::new);
        if (present != null && !owned(place.resource())) {
            // Shared with other modules: add what is missing, keep the rest.
            permissions.forEach(present::addPermission);
        } else {
            grant.setPermissions(wanted);
        }
        if (present == null) {
            grant.setGroupId(place.group());
            grant.setResource(place.resource());
            grant.setResourceId(place.id());
        }
        authorizations.saveAuthorization(grant);
    }

    private static boolean owned(Resource resource) {
        return resource == Resources.PROCESS_DEFINITION;
    }

    private Set<String> withdraw(ActiveModule module, Set<Place> declared) {
        Set<String> lost = new LinkedHashSet<>();
        module.processes().forEach(process -> groups(process.key()).stream()
                .filter(grant -> !adminGroup.equals(grant.getGroupId()))
                .filter(grant ->
                        !declared.contains(new Place(grant.getGroupId(), Resources.PROCESS_DEFINITION, process.key())))
                .forEach(grant -> {
                    authorizations.deleteAuthorization(grant.getId());
                    lost.add(grant.getGroupId());
                }));
        return lost;
    }

    private List<Authorization> groups(String processKey) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(processKey)
                .listPage(0, ALL)
                .stream()
                .filter(grant -> grant.getGroupId() != null)
                .toList();
    }

    /** A group that has no process left has no business in Tasklist either. */
    private void close(String group) {
        long left = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(Resources.PROCESS_DEFINITION)
                .count();
        if (left > 0) {
            return;
        }
        for (Authorization grant : authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .listPage(0, ALL)) {
            if (grant.getResourceType() == Resources.APPLICATION.resourceType()
                    || grant.getResourceType() == Resources.PROCESS_INSTANCE.resourceType()) {
                authorizations.deleteAuthorization(grant.getId());
            }
        }
    }
}
