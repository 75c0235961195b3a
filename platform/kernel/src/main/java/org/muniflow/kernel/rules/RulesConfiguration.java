package org.muniflow.kernel.rules;

import java.util.function.Consumer;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.muniflow.api.law.DecisionTables;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.kernel.spi.Ruling;
import org.muniflow.kernel.spi.RulingListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the rules. */
@Configuration(proxyBeanMethods = false)
public class RulesConfiguration {

    @Bean
    RuleBook ruleRegistry(ObjectProvider<RulingListener> listeners) {
        return new RuleBook(heardBy(listeners));
    }

    @Bean
    ModuleTables moduleTables(
            @Qualifier("tableConfiguration") DmnEngineConfiguration configuration,
            ObjectProvider<Modules> modules,
            ObjectProvider<RulingListener> listeners) {
        return new ModuleTables(configuration, modules::getObject, heardBy(listeners));
    }

    private static Consumer<Ruling> heardBy(ObjectProvider<RulingListener> listeners) {
        return ruling -> listeners.orderedStream().forEach(listener -> listener.ruled(ruling));
    }

    @Bean
    ModuleService<DecisionTables> decisionTables(ModuleTables tables) {
        return new ModuleService<>(DecisionTables.class, tables::of);
    }
}
