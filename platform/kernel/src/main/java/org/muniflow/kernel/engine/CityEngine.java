package org.muniflow.kernel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Configures the engine as the city needs it, after the starter and before anything is parsed. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class CityEngine extends AbstractProcessEnginePlugin {

    /** Group ids such as {@code civil-rights.clerk} and user ids that are e-mail addresses. */
    private static final String IDS = "[a-zA-Z0-9][a-zA-Z0-9._@-]*";

    /** The web apps ask for up to 2,000 rows at once; nobody may ask for more. */
    private static final int MOST_ROWS = 2000;

    /** Queued jobs age under their lock, so few are taken at once. */
    private static final int JOBS_AT_ONCE = 3;

    private final StepParser parser;
    private final RunningModules running;
    private final ServedDeployments served;
    private final Supplier<@Nullable DeploymentRows> rows;
    private final TaskLock lock;
    private final Deployer guard;
    private final List<SessionFactory> managers;
    private final String adminGroup;
    private final int jobLockMillis;
    private final HeldHistory held;

    CityEngine(
            StepParser parser,
            RunningModules running,
            ServedDeployments served,
            Supplier<@Nullable DeploymentRows> rows,
            TaskLock lock,
            Deployer guard,
            List<SessionFactory> managers,
            String adminGroup,
            int jobLockMillis,
            HeldHistory held) {
        this.held = held;
        this.managers = managers;
        this.adminGroup = adminGroup;
        this.jobLockMillis = jobLockMillis;
        this.parser = parser;
        this.running = running;
        this.served = served;
        this.rows = rows;
        this.lock = lock;
        this.guard = guard;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        engine.setEnforceHistoryTimeToLive(true);
        engine.setGeneralResourceWhitelistPattern(IDS);
        engine.setQueryMaxResultsLimit(MOST_ROWS);
        engine.setAdminGroups(new ArrayList<>(List.of(adminGroup)));
        rights(engine);
        managers.forEach(
                manager -> engine.setCustomSessionFactories(plus(engine.getCustomSessionFactories(), manager)));
        languages(engine);
        jobs(engine);
        engine.setCustomJobHandlers(plus(engine.getCustomJobHandlers(), held.cleanUp()));
        engine.setFailedJobCommandFactory(new WaitingJobs(running));
        engine.setProcessApplicationManager(served.applications());
        engine.setRegisteredDeployments(served.jobs());
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);

        engine.setCustomPreBPMNParseListeners(
                plus(plus(engine.getCustomPreBPMNParseListeners(), new StepGates(running)), parser));
        engine.setCustomPreDeployers(plus(engine.getCustomPreDeployers(), guard));
        engine.setCustomPreCommandInterceptorsTxRequired(
                plus(engine.getCustomPreCommandInterceptorsTxRequired(), new PlainRefusals()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                plus(engine.getCustomPreCommandInterceptorsTxRequiresNew(), new PlainRefusals()));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getCommandCheckers()
                .replaceAll(check -> check instanceof AuthorizationCommandChecker ? new StepRights(lock) : check);
        engine.getCommandCheckers().add(LockChecker.of(lock));
        engine.getCommandCheckers().add(KeptDeployments.of(rows));
    }

    private static void rights(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setAuthorizationEnabledForCustomCode(false);
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        engine.setTenantCheckEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setResourceAuthorizationProvider(new LeanAuthorizations());
    }

    private static void languages(ProcessEngineConfigurationImpl engine) {
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setScriptEngineResolver(new NoScripts());
        DefaultDmnEngineConfiguration decisions =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(new ParsedOnceFeel());
        engine.setDmnEngineConfiguration(decisions);
    }

    private void jobs(ProcessEngineConfigurationImpl engine) {
        engine.setJobExecutorDeploymentAware(true);
        JobExecutor executor = engine.getJobExecutor();
        if (executor != null) {
            executor.setLockTimeInMillis(jobLockMillis);
            executor.setMaxJobsPerAcquisition(JOBS_AT_ONCE);
        }
    }

    private static <T> List<T> plus(@Nullable List<T> present, T added) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }
}
