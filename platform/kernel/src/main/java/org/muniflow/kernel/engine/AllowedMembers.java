package org.muniflow.kernel.engine;

import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ExpressionBean;

/** Stands last in the chain: properties and methods of plain values, of the running step, and of expression beans. */
final class AllowedMembers extends BeanELResolver {

    private static final Set<String> OF_STEP = Set.of(
            "activityInstanceId",
            "assignee",
            "businessKey",
            "createTime",
            "currentActivityId",
            "currentActivityName",
            "currentTransitionId",
            "description",
            "dueDate",
            "eventName",
            "execution",
            "executionId",
            "followUpDate",
            "id",
            "name",
            "owner",
            "parentId",
            "priority",
            "processBusinessKey",
            "processDefinitionId",
            "processInstanceId",
            "superExecution",
            "taskDefinitionKey",
            "variable",
            "variableLocal");
    private static final Set<String> OF_STEP_TESTS = Set.of("hasVariable", "hasVariableLocal", "hasVariables");
    private static final Set<String> OF_COLLECTION =
            Set.of("size", "isEmpty", "empty", "contains", "containsAll", "containsKey", "get", "indexOf");

    AllowedMembers() {
        super(true);
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        allow(base, property);
        return super.getValue(context, base, property);
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            @Nullable Object[] params) {
        allow(base, method);
        return super.invoke(context, base, method, types, params);
    }

    private static void allow(@Nullable Object base, Object member) {
        if (base != null && !allowed(base, String.valueOf(member))) {
            throw new ELException(
                    "'" + member + "' of " + base.getClass().getSimpleName() + " is not allowed in an expression");
        }
    }

    private static boolean allowed(Object base, String member) {
        if (base instanceof VariableScope) {
            return OF_STEP.contains(property(member)) || OF_STEP_TESTS.contains(member);
        }
        if (base instanceof Collection || base instanceof Map) {
            return OF_COLLECTION.contains(member);
        }
        return base instanceof ExpressionBean
                || base instanceof CharSequence
                || base instanceof Number
                || base instanceof Boolean
                || base instanceof Character
                || base instanceof Enum
                || base instanceof Date
                || base instanceof TemporalAccessor
                || base instanceof TemporalAmount;
    }

    private static String property(String member) {
        return member.startsWith("get") && member.length() > 3
                ? member.substring(3, 4).toLowerCase(Locale.ROOT) + member.substring(4)
                : member;
    }
}
