package org.muniflow.kernel.rights;

import org.camunda.bpm.engine.ProcessEngine;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.Modules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the application of modules' rights. */
@Configuration(proxyBeanMethods = false)
public class RightsConfiguration {

    @Bean
    ModuleListener moduleRights(
            ObjectProvider<ProcessEngine> engine,
            ObjectProvider<Modules> modules,
            PlatformTransactionManager transactions,
            @Value("${muniflow.admin-group:camunda-admin}") String adminGroup) {
        return new ModuleRights(
                engine::getObject, modules::getObject, new TransactionTemplate(transactions), adminGroup);
    }
}
