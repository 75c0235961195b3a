package org.muniflow.kernel.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.muniflow.kernel.delegates.GuardedTasks;
import org.muniflow.kernel.engine.ServedDeployments;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.kernel.spi.RuleRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the departments' modules. */
@Configuration(proxyBeanMethods = false)
public class ModulesConfiguration {

    @Bean
    Modules modules(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Clock clock,
            ProcessEngine engine,
            GuardedTasks guardedTasks,
            ServedDeployments served,
            ObjectProvider<ModuleService<?>> services,
            ObjectProvider<RuleRegistry> rules,
            ObjectProvider<ModuleListener> listeners)
            throws IOException {
        Path folder = Files.createTempDirectory("muniflow-modules");
        ModuleModels models = new ModuleModels(engine, guardedTasks, served);
        return new InstalledModules(
                new ModuleTable(JdbcClient.create(dataSource), new TransactionTemplate(transactions), clock),
                new ModuleStarter(
                        new ModulePlugins(folder),
                        new ModuleSchema(dataSource),
                        models,
                        dataSource,
                        clock,
                        services,
                        rules,
                        listeners),
                models,
                listeners,
                folder);
    }
}
