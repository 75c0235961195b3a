package org.muniflow.kernel.rights;

import org.camunda.bpm.engine.ProcessEngine;
import org.muniflow.kernel.spi.ModuleListener;
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
            PlatformTransactionManager transactions,
            @Value("${muniflow.admin-group:camunda-admin}") String adminGroup) {
        return new ModuleRights(engine::getObject, new TransactionTemplate(transactions), adminGroup);
    }
}
