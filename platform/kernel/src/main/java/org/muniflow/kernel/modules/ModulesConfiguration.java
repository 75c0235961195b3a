package org.muniflow.kernel.modules;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.muniflow.kernel.delegates.GuardedTasks;
import org.muniflow.kernel.engine.Drain;
import org.muniflow.kernel.engine.JobTaking;
import org.muniflow.kernel.engine.ServedDeployments;
import org.muniflow.kernel.spi.ModuleListener;
import org.muniflow.kernel.spi.ModuleNeeds;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.RuleRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the departments' modules. */
@Configuration(proxyBeanMethods = false)
public class ModulesConfiguration {

    /** A node that has missed so many signs and some time more does not count any more. */
    private static final int MISSED = 5;

    private static final Duration SLACK = Duration.ofSeconds(10);

    @Bean
    ModuleTable moduleTable(DataSource dataSource, Clock clock) {
        return new ModuleTable(JdbcClient.create(dataSource), clock);
    }

    @Bean
    Deployments moduleDeployments(DataSource dataSource, Clock clock) {
        return new Deployments(JdbcClient.create(dataSource), clock);
    }

    @Bean
    NodeTable nodeTable(
            DataSource dataSource,
            Clock clock,
            @Value("${muniflow.modules.node:}") String name,
            @Value("${muniflow.modules.converge-every:2s}") Duration every) {
        String me = name.isBlank() ? ownName() : name;
        Duration lost = every.multipliedBy(MISSED).plus(SLACK);
        return new NodeTable(JdbcClient.create(dataSource), clock, me, lost);
    }

    // The machine's name, for people, and what tells several nodes of one machine apart.
    private static String ownName() {
        String tail = UUID.randomUUID().toString().substring(0, 8);
        try {
            String machine = InetAddress.getLocalHost().getHostName();
            return machine.substring(0, Math.min(60, machine.length())) + "/" + tail;
        } catch (UnknownHostException nameless) {
            return "node/" + tail;
        }
    }

    @Bean
    NodeModules modules(
            ModuleTable table, Deployments deployments, NodeTable nodes, ObjectProvider<ModuleListener> listeners) {
        return new NodeModules(table, deployments, nodes, listeners);
    }

    @Bean
    JarFiles moduleJars(ModuleTable table) throws IOException {
        return new JarFiles(Files.createTempDirectory("muniflow-modules"), table);
    }

    @Bean
    ModuleModels moduleModels(
            ProcessEngine engine, GuardedTasks guardedTasks, ServedDeployments served, Deployments deployments) {
        return new ModuleModels(engine, guardedTasks, served, deployments, new DeployedFiles(engine, deployments));
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
            @Value("${muniflow.modules.start-limit:2m}") Duration startLimit,
            ObjectProvider<ModuleService<?>> services,
            ObjectProvider<RuleRegistry> rules,
            ObjectProvider<ModuleListener> listeners) {
        return new ModuleStarter(
                plugins,
                new ModuleSchema(dataSource),
                new StartLimit(startLimit),
                dataSource,
                clock,
                services,
                rules,
                listeners);
    }

    @Bean
    StoredSchemas storedSchemas(ModuleTable table, JarFiles jars, DataSource dataSource) {
        return new StoredSchemas(table, jars, dataSource);
    }

    @Bean
    CityOffers cityOffers(ModuleTable table, JarFiles jars, NodeModules node, ProcessEngine engine) {
        return new CityOffers(table, jars, node, engine);
    }

    @Bean
    ModuleNeeds requirementNeeds(CityOffers offers) {
        return new RequirementNeeds(offers);
    }

    @Bean
    ChangeLog moduleChanges(DataSource dataSource, Clock clock, ApplicationEventPublisher events) {
        return new ChangeLog(JdbcClient.create(dataSource), clock, events::publishEvent);
    }

    @Bean
    NodeLife moduleNodeLife(
            ModuleTable table,
            JarFiles jars,
            ModuleStarter starter,
            ModuleModels models,
            NodeModules node,
            Drain drain,
            @Value("${muniflow.modules.drain-limit:60s}") Duration drainLimit,
            PlatformTransactionManager transactions) {
        return new NodeLife(
                table, jars, starter, models, node, drain, drainLimit, new TransactionTemplate(transactions));
    }

    @Bean
    Lifecycle moduleLifecycle(
            ModuleTable table,
            ModuleModels models,
            ProcessEngine engine,
            NodeModules node,
            NodeLife here,
            CityOffers offers,
            ChangeLog log,
            PlatformTransactionManager transactions) {
        return new Lifecycle(
                table, models, new Suspensions(engine), node, here, offers, log, new TransactionTemplate(transactions));
    }

    @Bean
    CityLock modulesLock(DataSource dataSource, @Value("${muniflow.modules.lock-limit:3m}") Duration limit) {
        return new CityLock(dataSource, limit);
    }

    @Bean
    Convergence modulesConvergence(
            CityLock lock,
            ModuleTable table,
            ModuleModels models,
            NodeModules node,
            NodeTable nodes,
            NodeLife here,
            @Value("${muniflow.modules.converge-every:2s}") Duration every) {
        return new Convergence(lock, table, models, node, nodes, here, every);
    }

    @Bean
    Installation moduleInstallation(
            ModuleTable table,
            JarFiles jars,
            ModuleModels models,
            NodeModules node,
            NodeLife here,
            Lifecycle lifecycle,
            CityOffers offers,
            ChangeLog log,
            PlatformTransactionManager transactions) {
        return new Installation(
                table, jars, models, node, here, lifecycle, offers, log, new TransactionTemplate(transactions));
    }

    @Bean
    Boot modulesBoot(
            ModuleTable table,
            JarFiles jars,
            ModuleModels models,
            NodeModules node,
            NodeTable nodes,
            NodeLife here,
            Lifecycle lifecycle,
            Installation installation,
            Convergence convergence,
            PlatformTransactionManager transactions) {
        return new Boot(
                table,
                jars,
                models,
                node,
                nodes,
                here,
                lifecycle,
                installation,
                convergence,
                new TransactionTemplate(transactions));
    }

    @Bean
    ModuleOperations moduleOperations(
            CityLock lock,
            ModuleTable table,
            ModuleModels models,
            Lifecycle lifecycle,
            Installation installation,
            Boot boot,
            Convergence convergence,
            ObjectProvider<ModuleNeeds> needs,
            ChangeLog log) {
        return new Operations(
                lock, table, log, lifecycle, installation, boot, convergence, new VersionNeeds(table, models, needs));
    }

    @Bean
    Shutdown modulesShutdown(
            ApplicationContext city,
            CityLock lock,
            NodeModules node,
            NodeTable nodes,
            NodeLife here,
            Convergence convergence,
            JobTaking jobs,
            JarFiles jars,
            @Value("${muniflow.modules.drain-limit:60s}") Duration limit) {
        return new Shutdown(city, lock, node, nodes, here, convergence, jobs, jars, limit);
    }
}
