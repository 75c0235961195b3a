package org.muniflow.casework.page;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * Reads the engine for pages. Whoever may read a process sees its whole case pages; the engine's own rights are asked
 * once, for the process, and not again for each task, variable and called process.
 */
@Component
final class EngineReads {

    private final AuthorizationService authorizations;
    private final IdentityService identities;

    EngineReads(AuthorizationService authorizations, IdentityService identities) {
        this.authorizations = authorizations;
        this.identities = identities;
    }

    /** Tells whether the visitor may read a process's cases. */
    boolean allowed(Visitor visitor, String processKey) {
        String user = visitor.user();
        return user != null
                && authorizations.isUserAuthorized(
                        user,
                        List.copyOf(visitor.groups()),
                        Permissions.READ,
                        Resources.PROCESS_DEFINITION,
                        processKey);
    }

    /** Reads as the platform, and is the visitor again afterwards. */
    <T> T read(Visitor visitor, Supplier<T> read) {
        identities.clearAuthentication();
        try {
            return read.get();
        } finally {
            if (visitor.user() != null) {
                identities.setAuthentication(visitor.user(), List.copyOf(visitor.groups()));
            }
        }
    }
}
