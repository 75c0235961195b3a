package org.muniflow.kernel.engine;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ProcessApplicationElResolverDelegate;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * What an expression in a model or a saved filter can see: the case's variables, the owning module's delegates, and the
 * platform's few expression beans. Never the application context.
 */
final class RestrictedExpressions extends JuelExpressionManager {

    private final Supplier<Map<String, ?>> platformNames;

    RestrictedExpressions(Supplier<Map<String, ?>> platformNames) {
        this.platformNames = platformNames;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver chain = new CompositeELResolver();
        chain.add(new DenyReflection());
        chain.add(new VariableScopeElResolver());
        chain.add(new VariableContextElResolver());
        chain.add(new ProcessApplicationElResolverDelegate());
        chain.add(new OfferedNames(platformNames));
        chain.add(new ArrayELResolver(true));
        chain.add(new ListELResolver(true));
        chain.add(new MapELResolver(true));
        chain.add(new AllowedMembers());
        return chain;
    }
}
