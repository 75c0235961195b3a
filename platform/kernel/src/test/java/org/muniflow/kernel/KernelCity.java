package org.muniflow.kernel;

import static java.util.Map.entry;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.flywaydb.core.Flyway;
import org.muniflow.kernel.spi.ActiveModule;
import org.muniflow.kernel.spi.ExpressionBean;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.Modules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kernel with a real engine, without web, for tests. */
public final class KernelCity implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConfigurableApplicationContext context;

    private KernelCity(DataSource database, Map<String, Object> settings, Class<?>... more) {
        SpringApplication application = new SpringApplication(Platform.class);
        application.addPrimarySources(List.of(more));
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("dataSource", DataSource.class, () -> migrated(database)));
        application.setWebApplicationType(WebApplicationType.NONE);
        Map<String, Object> properties = new HashMap<>(Map.ofEntries(
                entry("spring.main.banner-mode", "off"),
                entry("camunda.bpm.job-execution.enabled", "false"),
                entry("camunda.bpm.auto-deployment-enabled", "false"),
                entry("camunda.bpm.generate-unique-process-engine-name", "true"),
                entry("camunda.bpm.metrics.enabled", "false"),
                entry("muniflow.modules.converge-every", "200ms"),
                entry("logging.level.root", "warn"),
                entry("logging.level.org.flywaydb", "off"),
                entry("logging.level.org.muniflow.kernel.modules", "off"),
                // The engine logs every expected refusal with its stack.
                entry("logging.level.org.camunda.bpm.engine.context", "off")));
        properties.putAll(settings);
        application.setDefaultProperties(properties);
        context = application.run();
    }

    /** Boots on a new database. */
    public static KernelCity fresh(Class<?>... more) {
        return on(TestServer.database(), more);
    }

    /** Boots on a database, which survives. */
    public static KernelCity on(DataSource database, Class<?>... more) {
        return new KernelCity(database, Map.of(), more);
    }

    /** Boots on a new database, with a setting. */
    public static KernelCity with(String setting, String value, Class<?>... more) {
        return new KernelCity(TestServer.database(), Map.of(setting, value), more);
    }

    /** How many jobs of a version a {@link #working} city takes at a time: half of the engine's ten threads. */
    public static final int MOST_JOBS = 5;

    /** Boots on a database, with a job executor that looks for work ten times a second. */
    public static KernelCity working(DataSource database) {
        return new KernelCity(
                database,
                Map.of(
                        "camunda.bpm.job-execution.enabled",
                        "true",
                        "camunda.bpm.job-execution.wait-time-in-millis",
                        "100",
                        "camunda.bpm.job-execution.max-wait",
                        "100",
                        "muniflow.modules.drain-limit",
                        "2s",
                        "muniflow.modules.most-jobs",
                        MOST_JOBS,
                        // Expected failures of jobs.
                        "logging.level.org.camunda.bpm.engine.jobexecutor",
                        "off"));
    }

    private static DataSource migrated(DataSource database) {
        JdbcClient.create(database).sql("create schema if not exists muniflow").update();
        Flyway.configure()
                .dataSource(database)
                .defaultSchema(TestServer.identifier("muniflow"))
                .table("schema_history")
                .locations("classpath:db/muniflow")
                .load()
                .migrate();
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Modules modules() {
        return bean(Modules.class);
    }

    public ModuleOperations operations() {
        return bean(ModuleOperations.class);
    }

    /** Waits for the one open task of a case. */
    public Task awaitTask(String number) {
        TaskQuery query = bean(ProcessEngine.class).getTaskService().createTaskQuery();
        query.processInstanceBusinessKey(number);
        await().atMost(PATIENCE).until(() -> query.count() == 1);
        return query.singleResult();
    }

    /** Waits for the end of a case. */
    public void awaitEnd(String number) {
        await().atMost(PATIENCE)
                .until(() -> runtime()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(number)
                                .count()
                        == 0);
    }

    /** Installs a jar, which must start, and hands out the running version. */
    public ActiveModule install(Path jar) {
        return modules().find(operations().install(jar, "admin").module().id()).orElseThrow();
    }

    public ProcessEngine engine() {
        return bean(ProcessEngine.class);
    }

    public RuntimeService runtime() {
        return engine().getRuntimeService();
    }

    public HistoryService history() {
        return engine().getHistoryService();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(bean(DataSource.class));
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
    @Import(KernelConfiguration.class)
    static class Platform {

        @Bean
        Greetings greetings() {
            return new Greetings();
        }
    }

    /** An expression bean. */
    public static final class Greetings implements ExpressionBean {

        @Override
        public String expressionName() {
            return "greetings";
        }

        public String to(String name) {
            return "Hello " + name;
        }
    }
}
