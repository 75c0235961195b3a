package org.muniflow.kernel.engine;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Puts the task lock beside the engine's own checks, which every command asks whatever its path. */
final class LockChecker {

    private LockChecker() {}

    /** A proxy, since the lock answers three of the interface's hundred questions. */
    static CommandChecker of(TaskLock lock) {
        Map<String, Consumer<TaskEntity>> checks = lock.checks();
        return (CommandChecker) Proxy.newProxyInstance(
                CommandChecker.class.getClassLoader(), new Class<?>[] {CommandChecker.class}, (self, method, args) -> {
                    Consumer<TaskEntity> check = checks.get(method.getName());
                    if (check != null
                            && args.length == 1
                            && args[0] instanceof TaskEntity task
                            && Context.getCommandContext().isAuthorizationCheckEnabled()) {
                        check.accept(task);
                    }
                    return switch (method.getName()) {
                        case "equals" -> self == args[0];
                        case "hashCode" -> System.identityHashCode(self);
                        case "toString" -> "TaskLock";
                        default -> null;
                    };
                });
    }
}
