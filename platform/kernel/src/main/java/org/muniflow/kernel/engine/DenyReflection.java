package org.muniflow.kernel.engine;

import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** Stands first in the chain and refuses every way from a value to classes, the engine or the platform. */
final class DenyReflection extends ReadOnlyResolver {

    private static final Set<String> NAMES = Set.of(
            "class",
            "getClass",
            "declaringClass",
            "getDeclaringClass",
            "classLoader",
            "getClassLoader",
            "processEngine",
            "getProcessEngine",
            "processEngineServices",
            "getProcessEngineServices",
            "notify",
            "notifyAll",
            "wait");

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        refuse(base, property);
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            @Nullable Object[] params) {
        refuse(base, method);
        return null;
    }

    private static void refuse(@Nullable Object base, Object property) {
        if (base instanceof AnnotatedElement
                || base instanceof ClassLoader
                || base instanceof Thread
                || base instanceof ProcessEngineServices
                || base instanceof BeanFactory
                || (base != null && NAMES.contains(String.valueOf(property)))) {
            throw new ELException("'" + property + "' is not allowed in an expression; use variables, the module's"
                    + " delegates and the platform's names such as 'clocks'");
        }
    }
}
