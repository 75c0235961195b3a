package org.muniflow.kernel.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.muniflow.kernel.delegates.GuardedTasks;
import org.muniflow.kernel.engine.Drain;
import org.muniflow.kernel.engine.ServedDeployments;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.ModuleNeeds;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.RuleRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the departments' modules. */
@Configuration(proxyBeanMethods = false)
public class ModulesConfiguration {

    @Bean
    ModuleTable moduleTable(DataSource dataSource, Clock clock) {
        return new ModuleTable(JdbcClient.create(dataSource), clock);
    }

    @Bean
    NodeModules modules(
            ModuleTable table, DataSource dataSource, Clock clock, ObjectProvider<ModuleListener> listeners) {
        return new NodeModules(table, new Deployments(JdbcClient.create(dataSource), clock), listeners);
    }

    @Bean
    JarFiles moduleJars(ModuleTable table) throws IOException {
        return new JarFiles(Files.createTempDirectory("muniflow-modules"), table);
    }

    @Bean
    ModuleModels moduleModels(
            ProcessEngine engine,
            GuardedTasks guardedTasks,
            ServedDeployments served,
            DataSource dataSource,
            Clock clock) {
        return new ModuleModels(engine, guardedTasks, served, new Deployments(JdbcClient.create(dataSource), clock));
    }

    @Bean
    ModulePlugins modulePlugins(JarFiles jars) {
        return new ModulePlugins(jars.folder());
    }

    @Bean
    ModuleStarter moduleStarter(
            ModulePlugins plugins,
            DataSource dataSource,
            Clock clock,
            ObjectProvider<ModuleService<?>> services,
            ObjectProvider<RuleRegistry> rules,
            ObjectProvider<ModuleListener> listeners) {
        return new ModuleStarter(plugins, new ModuleSchema(dataSource), dataSource, clock, services, rules, listeners);
    }

    @Bean
    Lifecycle moduleLifecycle(
            ModuleTable table,
            JarFiles jars,
            ModuleStarter starter,
            ModuleModels models,
            ProcessEngine engine,
            NodeModules node,
            Drain drain,
            @Value("${muniflow.modules.drain-limit:60s}") Duration drainLimit,
            PlatformTransactionManager transactions) {
        return new Lifecycle(
                table,
                jars,
                starter,
                models,
                new Suspensions(engine),
                node,
                drain,
                drainLimit,
                new TransactionTemplate(transactions));
    }

    @Bean
    ModuleNeeds engineNeeds(ProcessEngine engine) {
        return new EngineNeeds(engine);
    }

    @Bean
    CityLock modulesLock(DataSource dataSource, @Value("${muniflow.modules.lock-limit:3m}") Duration limit) {
        return new CityLock(dataSource, limit);
    }

    @Bean
    ModuleOperations moduleOperations(
            CityLock lock,
            ModuleTable table,
            JarFiles jars,
            ModuleModels models,
            NodeModules node,
            Lifecycle lifecycle,
            ObjectProvider<ModuleNeeds> needs,
            DataSource dataSource,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new Operations(
                lock,
                table,
                new ChangeLog(JdbcClient.create(dataSource), clock),
                lifecycle,
                new Installation(table, jars, models, node, lifecycle, new TransactionTemplate(transactions)),
                new VersionNeeds(table, models, needs));
    }

    @Bean
    Shutdown modulesShutdown(CityLock lock, NodeModules node, Lifecycle lifecycle, JarFiles jars) {
        return new Shutdown(lock, node, lifecycle, jars);
    }
}
