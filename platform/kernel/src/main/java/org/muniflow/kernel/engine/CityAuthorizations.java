package org.muniflow.kernel.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.StepWrites;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The engine's authorizations with fewer statements and the same answers: it does not ask first which groups have any
 * authorization, and what an ended case leaves behind is removed together with the platform's own rows of the step.
 */
final class CityAuthorizations extends AuthorizationManager {

    private static final String DELETE =
            "delete from act_ru_authorization where resource_type_ = ? and resource_id_ = ?";

    private final StepWrites writes;
    private final JdbcTemplate jdbc;

    private CityAuthorizations(StepWrites writes, JdbcTemplate jdbc) {
        this.writes = writes;
        this.jdbc = jdbc;
    }

    static SessionFactory factory(StepWrites writes, JdbcTemplate jdbc) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new CityAuthorizations(writes, jdbc);
            }
        };
    }

    /** Tells whether the signed-in user may start the process; true when nobody is signed in or nothing is checked. */
    boolean mayStart(String processKey) {
        if (!isAuthCheckExecuted()) {
            return true;
        }
        HeldRights held = held(Resources.PROCESS_INSTANCE, null, Resources.PROCESS_DEFINITION, processKey);
        return held.allow(Permissions.CREATE, Resources.PROCESS_INSTANCE, null)
                && held.allow(Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, processKey);
    }

    /** Tells whether the signed-in user has one of the rights that let people work on the task. */
    boolean mayWork(String taskId, String processKey) {
        if (!isAuthCheckExecuted()) {
            return true;
        }
        HeldRights held = held(Resources.TASK, taskId, Resources.PROCESS_DEFINITION, processKey);
        return held.allow(Permissions.TASK_WORK, Resources.TASK, taskId)
                || held.allow(Permissions.TASK_WORK, Resources.PROCESS_DEFINITION, processKey)
                || held.allow(Permissions.UPDATE, Resources.TASK, taskId)
                || held.allow(Permissions.UPDATE_TASK, Resources.PROCESS_DEFINITION, processKey);
    }

    private HeldRights held(Resource one, @Nullable String oneId, Resource other, @Nullable String otherId) {
        Authentication signedIn = getCurrentAuthentication();
        return HeldRights.of(
                jdbc,
                signedIn.getUserId(),
                filterAuthenticatedGroupIds(signedIn.getGroupIds()),
                one,
                oneId,
                other,
                otherId);
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
