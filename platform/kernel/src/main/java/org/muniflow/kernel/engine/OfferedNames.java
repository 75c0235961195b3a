package org.muniflow.kernel.engine;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/** Resolves the names that a module or the platform offers to expressions, and no others. */
final class OfferedNames extends ReadOnlyResolver {

    private final Supplier<Map<String, ?>> names;

    OfferedNames(Supplier<Map<String, ?>> names) {
        this.names = names;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base != null) {
            return null;
        }
        Object offered = names.get().get(String.valueOf(property));
        if (offered != null) {
            context.setPropertyResolved(true);
        }
        return offered;
    }
}
