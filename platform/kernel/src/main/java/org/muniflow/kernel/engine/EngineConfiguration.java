package org.muniflow.kernel.engine;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.muniflow.kernel.guard.DeployCheck;
import org.muniflow.kernel.guard.Judgement;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.CaseHistories;
import org.muniflow.kernel.spi.CaseNumbers;
import org.muniflow.kernel.spi.ClosedModels;
import org.muniflow.kernel.spi.HeldCases;
import org.muniflow.kernel.spi.Mandates;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.kernel.spi.PresentStep;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.StepWrites;
import org.muniflow.kernel.spi.Timers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * Wires the engine's configuration. What the engine calls later (step listeners, modules, numbers) is looked up at its
 * first use, since those beans themselves need the engine, and kept: a look into the context costs more than most of what a
 * step does.
 */
@Configuration(proxyBeanMethods = false)
public class EngineConfiguration {

    /**
     * The city's clock.
     *
     * @return the clock
     */
    @Bean
    public CityClock cityClock() {
        return new CityClock();
    }

    @Bean
    StepWrites stepWrites(DataSource dataSource) {
        return new BatchedStepWrites(new JdbcTemplate(dataSource));
    }

    /** The configuration of the tables behind rules; they write no history, unlike those that models call. */
    @Bean
    DmnEngineConfiguration tableConfiguration() {
        DefaultDmnEngineConfiguration tables =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(new ParsedOnceFeel());
        tables.setScriptEngineResolver(language -> {
            throw new IllegalStateException("Write the cell in FEEL; '" + language + "' is not allowed in a table");
        });
        return tables;
    }

    @Bean
    PresentStep presentStep() {
        return new EngineStepNow();
    }

    @Bean
    Actors actors(ObjectProvider<ProcessEngine> engine) {
        // Asked for by every line of the journal.
        return new EngineActors(SingletonSupplier.of(engine::getObject)::obtain);
    }

    @Bean
    Timers timers(ObjectProvider<ProcessEngine> engine) {
        return new EngineTimers(engine::getObject);
    }

    @Bean
    ClosedModels closedModels(ObjectProvider<ProcessEngine> engine) {
        return new ReopenedModels(engine::getObject);
    }

    @Bean
    ServedDeployments servedDeployments(@Value("${muniflow.modules.most-jobs:10}") int mostJobs) {
        return new ServedDeployments(mostJobs);
    }

    /** In place of the starter's, with the starter's settings. */
    @Bean
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    JobExecutor jobExecutor(
            @Qualifier(JobConfiguration.CAMUNDA_TASK_EXECUTOR_QUALIFIER) TaskExecutor threads,
            CamundaBpmProperties settings,
            ServedDeployments served) {
        return new SharedJobExecutor(JobConfiguration.jobExecutor(threads, settings), threads, served);
    }

    @Bean
    ProcessEnginePlugin cityEngine(
            ServedDeployments served,
            ObjectProvider<DeploymentRows> rows,
            ObjectProvider<StepListener> listeners,
            ObjectProvider<Modules> modules,
            ObjectProvider<CaseNumbers> numbers,
            ObjectProvider<DeployCheck> guard,
            ObjectProvider<Mandates> mandates,
            StepWrites writes,
            DataSource dataSource,
            CaseHistories histories,
            ObjectProvider<HeldCases> held,
            @Value("${muniflow.admin-group:camunda-admin}") String adminGroup,
            // Three times the longest step: a dead node's jobs wait no longer, a living one's are not taken from it.
            @Value("${camunda.bpm.job-execution.lock-time-in-millis:60000}") int jobLockMillis) {
        SingletonSupplier<List<StepListener>> steps =
                SingletonSupplier.of(() -> listeners.orderedStream().toList());
        TaskLock lock = new TaskLock(adminGroup, SingletonSupplier.ofNullable(mandates::getIfAvailable)::get);
        SingletonSupplier<DeploymentRows> book = SingletonSupplier.ofNullable(rows::getIfAvailable);
        CaseNumbering numbering = new CaseNumbering(
                SingletonSupplier.ofNullable(modules::getIfAvailable)::get,
                SingletonSupplier.ofNullable(numbers::getIfAvailable)::get);
        HeldHistory history = new HeldHistory(
                SingletonSupplier.ofNullable(held::getIfAvailable)::get, histories, new JdbcTemplate(dataSource));
        RunningModules running = new RunningModules(served, book::get);
        return new CityEngine(
                new StepParser(new StepEvents(steps::obtain, numbering), lock),
                running,
                served,
                book::get,
                lock,
                new GuardDeployer(
                        () -> guard.getIfAvailable(() -> files -> new Judgement(List.of(), null)), book::get, served),
                managers(writes, dataSource, history),
                adminGroup,
                jobLockMillis,
                history);
    }

    @Bean
    CaseHistories caseHistories(DataSource dataSource, ObjectProvider<ProcessEngine> engine) {
        return new EngineHistories(new JdbcTemplate(dataSource), engine::getObject);
    }

    private static List<SessionFactory> managers(StepWrites writes, DataSource dataSource, HeldHistory history) {
        List<SessionFactory> managers = new ArrayList<>(HistoryRemoval.factories(writes, history));
        managers.add(CityAuthorizations.factory(writes, new JdbcTemplate(dataSource)));
        return managers;
    }
}
