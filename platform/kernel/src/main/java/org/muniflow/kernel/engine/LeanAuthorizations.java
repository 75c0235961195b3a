package org.muniflow.kernel.engine;

import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Writes no authorization row per task and person. The engine's default writes one for each candidate, and the task
 * query that joins them turns quadratic; here rights are granted per process, and {@link TaskLock} keeps the task.
 */
@SuppressWarnings("NullAway") // the engine reads null as "no rows"
final class LeanAuthorizations extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, @Nullable String before, @Nullable String now) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, @Nullable String before, @Nullable String now) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        return null;
    }

    @Override
    public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String userId, String type) {
        return null;
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
        return null;
    }
}
