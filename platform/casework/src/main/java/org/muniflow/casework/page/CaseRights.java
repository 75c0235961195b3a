package org.muniflow.casework.page;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** Who may read which cases, by the engine's own rights on the process. */
@Component
final class CaseRights {

    private final AuthorizationService authorizations;

    CaseRights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
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
}
