package org.muniflow.kernel.engine;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.muniflow.kernel.spi.ModuleNeeds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows whose the engine's deployments are; needs the kernel's tables. */
@Configuration(proxyBeanMethods = false)
public class DeploymentsConfiguration {

    @Bean
    DeploymentRows deploymentRows(DataSource dataSource) {
        return new DeploymentRows(JdbcClient.create(dataSource));
    }

    @Bean
    Drain drain(ProcessEngine engine, ServedDeployments served, DataSource dataSource) {
        return new Drain(engine, served, JdbcClient.create(dataSource));
    }

    @Bean
    JobTaking jobTaking(ProcessEngine engine, DataSource dataSource) {
        return new JobTaking(engine, JdbcClient.create(dataSource));
    }

    @Bean
    ModuleNeeds engineNeeds(DataSource dataSource) {
        return new EngineNeeds(JdbcClient.create(dataSource));
    }
}
