package org.muniflow.casework.delegation;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.muniflow.kernel.spi.Actors;

/** Who belongs to which team, as the city's accounts say. A delegate belongs to no team by being a delegate. */
final class Teams {

    private final IdentityService identities;
    private final Actors actors;

    Teams(IdentityService identities, Actors actors) {
        this.identities = identities;
        this.actors = actors;
    }

    Set<String> of(String person) {
        return actors.asPlatform(() -> identities.createGroupQuery().groupMember(person).unlimitedList().stream()
                .map(Group::getId)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    Set<String> members(String team) {
        return actors.asPlatform(() -> identities.createUserQuery().memberOfGroup(team).unlimitedList().stream()
                .map(User::getId)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    boolean isPerson(String id) {
        return actors.asPlatform(() -> identities.createUserQuery().userId(id).count() > 0);
    }

    Optional<String> team(String id) {
        return actors.asPlatform(() -> Optional.ofNullable(
                        identities.createGroupQuery().groupId(id).singleResult())
                .map(group -> group.getName() == null ? group.getId() : group.getName()));
    }
}
