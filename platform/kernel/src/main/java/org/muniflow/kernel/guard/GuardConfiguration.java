package org.muniflow.kernel.guard;

import java.util.Set;
import java.util.stream.Collectors;
import org.muniflow.kernel.spi.ExpressionBean;
import org.muniflow.kernel.spi.Modules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Wires the deploy guard. */
@Configuration(proxyBeanMethods = false)
public class GuardConfiguration {

    @Bean
    DeployCheck deployGuard(
            ObjectProvider<Modules> modules,
            ObjectProvider<DeployedModels> deployed,
            ObjectProvider<ExpressionBean> expressions) {
        SingletonSupplier<Set<String>> names = SingletonSupplier.of(
                () -> expressions.stream().map(ExpressionBean::expressionName).collect(Collectors.toUnmodifiableSet()));
        return new DeployGuard(modules::getObject, deployed::getIfAvailable, names::obtain);
    }
}
