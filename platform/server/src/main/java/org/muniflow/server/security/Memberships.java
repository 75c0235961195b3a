package org.muniflow.server.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Reads a person's groups, fresh each time, so that a lost membership works at once. */
@Component
final class Memberships {

    private final IdentityService identities;

    Memberships(IdentityService identities) {
        this.identities = identities;
    }

    /** Must be called before the engine's identity is set, since people may not read groups. */
    List<String> of(String user) {
        return identities.createGroupQuery().groupMember(user).unlimitedList().stream()
                .map(Group::getId)
                .toList();
    }
}
