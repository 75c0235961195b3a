package org.muniflow.benchmarks.adapter;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jspecify.annotations.Nullable;
import org.muniflow.benchmarks.department.DepartmentJar;
import org.muniflow.testkit.Traffic;
import org.pf4j.DefaultPluginManager;
import org.pf4j.PluginManager;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Plain Camunda by its Spring Boot starter: the same models, the same history, the delegates as beans. */
public final class BareAdapter implements Adapter {

    private final ConfigurableApplicationContext context;
    private final PluginManager plugins = new DefaultPluginManager();

    private BareAdapter(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the engine.
     *
     * @param settings properties of the application, the database among them
     * @param traffic watches what it sends; null if nobody does
     * @return the engine; close it
     */
    public static BareAdapter open(Map<String, String> settings, @Nullable Traffic traffic) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of(
                "spring.main.banner-mode", "off",
                "spring.config.name", "none",
                "camunda.bpm.history-level", "full",
                "camunda.bpm.auto-deployment-enabled", "false",
                "camunda.bpm.generate-unique-process-engine-name", "true",
                "camunda.bpm.job-execution.enabled", "false",
                "camunda.bpm.metrics.enabled", "false",
                "spring.datasource.hikari.maximum-pool-size", "40"));
        all.putAll(settings);
        SpringApplicationBuilder application = new SpringApplicationBuilder(BareEngine.class)
                .web(WebApplicationType.NONE)
                .properties(all);
        if (traffic != null) {
            application.initializers(traffic);
        }
        return new BareAdapter(application.run());
    }

    @Override
    public DataSource dataSource() {
        return context.getBean(DataSource.class);
    }

    @Override
    public ProcessEngine engine() {
        return context.getBean(ProcessEngine.class);
    }

    @Override
    public boolean has(DepartmentJar department) {
        return engine().getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentNameLike(department.name() + "@%")
                        .count()
                > 0;
    }

    @Override
    public void replace(DepartmentJar department, String version, Path jar) {
        // A plugin that is swapped costs what PF4J costs; the models are deployed beside it.
        if (plugins.getPlugin(department.name()) != null) {
            plugins.unloadPlugin(department.name());
        }
        plugins.startPlugin(plugins.loadPlugin(jar));
        DeploymentBuilder deployment =
                engine().getRepositoryService().createDeployment().name(department.name() + "@" + version);
        department
                .models()
                .forEach((file, content) -> deployment.addInputStream(file, new java.io.ByteArrayInputStream(content)));
        deployment.deploy();
    }

    @Override
    public void close() {
        context.close();
    }
}
