package org.muniflow.server.people;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.muniflow.server.MuniflowSettings;
import org.springframework.stereotype.Component;

/** Creates and lists people and groups. The caller has checked that it may. */
@Component
public class People {

    private static final String TYPE = "WORKFLOW";

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final MuniflowSettings settings;

    People(IdentityService identities, AuthorizationService authorizations, MuniflowSettings settings) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.settings = settings;
    }

    /**
     * A person as listed.
     *
     * @param id the sign-in name
     * @param name first and last name
     * @param groups the group ids
     */
    public record Person(String id, String name, List<String> groups) {}

    /**
     * A group as listed.
     *
     * @param id the id
     * @param name the name in words
     */
    public record Team(String id, String name) {}

    /**
     * Makes sure a group exists and its members may open Tasklist.
     *
     * @param id the group's id
     * @param name its name
     */
    public void group(String id, String name) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType(TYPE);
            identities.saveGroup(group);
        }
        grant(id, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    }

    /** Makes sure the administrators' group exists and may do everything. */
    public void administrators() {
        String id = settings.adminGroup();
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName("Administrators");
            group.setType("SYSTEM");
            identities.saveGroup(group);
        }
        for (Resource resource : Resources.values()) {
            grant(id, resource, Authorization.ANY, Permissions.ALL);
        }
    }

    private void grant(String group, Resource resource, String id, Permission permission) {
        if (authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0) {
            return;
        }
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        authorizations.saveAuthorization(grant);
    }

    /**
     * Tells whether a person exists.
     *
     * @param id the sign-in name
     * @return true if so
     */
    public boolean exists(String id) {
        return identities.createUserQuery().userId(id).count() > 0;
    }

    /**
     * Tells whether nobody can sign in yet.
     *
     * @return true on a fresh database
     */
    public boolean nobody() {
        return identities.createUserQuery().count() == 0;
    }

    /**
     * Creates a person.
     *
     * @param id the sign-in name, new
     * @param first the first name
     * @param last the last name
     * @param password the password
     * @param groups the group ids, existing
     */
    public void create(String id, String first, String last, String password, Set<String> groups) {
        User user = identities.newUser(id);
        user.setFirstName(first);
        user.setLastName(last);
        user.setPassword(password);
        identities.saveUser(user);
        groups.forEach(group -> identities.createMembership(id, group));
    }

    /**
     * Sets a new password and ends the waiting after wrong tries.
     *
     * @param id the sign-in name
     * @param password the new password
     */
    public void password(String id, String password) {
        User user = identities.createUserQuery().userId(id).singleResult();
        user.setPassword(password);
        identities.saveUser(user);
        identities.unlockUser(id);
    }

    /**
     * Puts a person into exactly these groups.
     *
     * @param id the sign-in name
     * @param groups the group ids, existing
     */
    public void groups(String id, Set<String> groups) {
        List<String> present = groupsOf(id);
        present.stream()
                .filter(group -> !groups.contains(group))
                .forEach(group -> identities.deleteMembership(id, group));
        groups.stream()
                .filter(group -> !present.contains(group))
                .forEach(group -> identities.createMembership(id, group));
    }

    /**
     * Lists everybody.
     *
     * @return the people by sign-in name
     */
    public List<Person> all() {
        return identities.createUserQuery().orderByUserId().asc().unlimitedList().stream()
                .map(user -> new Person(user.getId(), name(user), groupsOf(user.getId())))
                .toList();
    }

    /**
     * Lists the groups.
     *
     * @return the groups by id
     */
    public List<Team> groups() {
        return identities.createGroupQuery().orderByGroupId().asc().unlimitedList().stream()
                .map(group -> new Team(group.getId(), group.getName() == null ? group.getId() : group.getName()))
                .toList();
    }

    private List<String> groupsOf(String id) {
        return identities.createGroupQuery().groupMember(id).orderByGroupId().asc().unlimitedList().stream()
                .map(Group::getId)
                .toList();
    }

    private static String name(User user) {
        return ((user.getFirstName() == null ? "" : user.getFirstName()) + " "
                        + (user.getLastName() == null ? "" : user.getLastName()))
                .strip();
    }
}
