package org.muniflow.kernel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ExpressionBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Gives the engine its restricted expressions, and people their refusals in words. */
@Configuration(proxyBeanMethods = false)
public class ExpressionsConfiguration {

    @Bean
    ProcessEnginePlugin expressionsPlugin(ObjectProvider<ExpressionBean> beans) {
        // Resolved at first use, since these beans may need the engine themselves.
        Supplier<Map<String, ?>> names = SingletonSupplier.of(() -> byName(beans));
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setExpressionManager(new RestrictedExpressions(names));
                engine.setJobExecutorDeploymentAware(true);
                engine.setCustomPreCommandInterceptorsTxRequired(
                        with(engine.getCustomPreCommandInterceptorsTxRequired()));
                engine.setCustomPreCommandInterceptorsTxRequiresNew(
                        with(engine.getCustomPreCommandInterceptorsTxRequiresNew()));
            }
        };
    }

    private static Map<String, ?> byName(ObjectProvider<ExpressionBean> beans) {
        return beans.stream().collect(Collectors.toUnmodifiableMap(ExpressionBean::expressionName, bean -> bean));
    }

    private static List<CommandInterceptor> with(@Nullable List<CommandInterceptor> present) {
        List<CommandInterceptor> all = new ArrayList<>();
        all.add(new RefusalsInWords());
        if (present != null) {
            all.addAll(present);
        }
        return all;
    }
}
