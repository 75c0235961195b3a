package org.muniflow.kernel.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.StepWrites;

/**
 * The engine's authorizations with fewer statements and the same answers: it does not ask first which groups have any
 * authorization, and what an ended case leaves behind is removed together with the platform's own rows of the step.
 */
final class CityAuthorizations extends AuthorizationManager {

    private static final String DELETE =
            "delete from act_ru_authorization where resource_type_ = ? and resource_id_ = ?";

    private final StepWrites writes;

    private CityAuthorizations(StepWrites writes) {
        this.writes = writes;
    }

    static SessionFactory factory(StepWrites writes) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new CityAuthorizations(writes);
            }
        };
    }

    /** Tells whether the signed-in user may start the process; true when nobody is signed in or nothing is checked. */
    boolean mayStart(String processKey) {
        return !isAuthCheckExecuted()
                || isAuthorized(new PermissionCheckBuilder()
                        .conjunctive()
                        .atomicCheck(Resources.PROCESS_INSTANCE, null, Permissions.CREATE)
                        .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, processKey, Permissions.CREATE_INSTANCE)
                        .build());
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
        boolean ofCase = resource.equals(Resources.PROCESS_INSTANCE) || resource.equals(Resources.TASK);
        if (ofCase && resourceId != null && isAuthorizationEnabled()) {
            writes.add(DELETE, resource.resourceType(), resourceId);
        } else {
            super.deleteAuthorizationsByResourceId(resource, resourceId);
        }
    }
}
