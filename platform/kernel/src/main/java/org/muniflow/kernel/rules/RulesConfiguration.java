package org.muniflow.kernel.rules;

import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.muniflow.api.law.DecisionTables;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.Modules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the rules. */
@Configuration(proxyBeanMethods = false)
public class RulesConfiguration {

    @Bean
    RuleBook ruleRegistry() {
        return new RuleBook();
    }

    @Bean
    ModuleTables moduleTables(
            @Qualifier("tableConfiguration") DmnEngineConfiguration configuration, ObjectProvider<Modules> modules) {
        return new ModuleTables(configuration, modules::getObject);
    }

    @Bean
    ModuleService<DecisionTables> decisionTables(ModuleTables tables) {
        return new ModuleService<>(DecisionTables.class, tables::of);
    }
}
