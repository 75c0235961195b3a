package org.muniflow.casework.cases;

import java.sql.DatabaseMetaData;
import java.time.Clock;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.migration.JavaMigration;
import org.muniflow.api.casework.Cases;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.CaseNumbers;
import org.muniflow.kernel.spi.ClosedModels;
import org.muniflow.kernel.spi.ModuleService;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.StepWrites;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** Case files and what acts on cases. */
@Configuration(proxyBeanMethods = false)
public class CasesConfiguration {

    @Bean
    CaseNumbers caseNumbers(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new GapFreeNumbers(jdbc, transactions, clock);
    }

    @Bean
    @Order(5)
    StepListener caseFileWriter(StepWrites writes, ObjectProvider<Modules> modules, Clock clock) {
        // Looked up once, at the first case: the modules need what is made here.
        return new CaseFileWriter(writes, SingletonSupplier.ofNullable(modules::getIfAvailable)::get, clock);
    }

    @Bean
    static JavaMigration caseSearchIndex() {
        return new CaseSearchIndex();
    }

    @Bean
    static JavaMigration caseSearchSharper() {
        return new CaseSearchSharper();
    }

    @Bean
    static JavaMigration titleWordsIndex() {
        return new TitleWordsIndex();
    }

    @Bean
    static JavaMigration partyNameIndex() {
        return new PartyNameIndex();
    }

    @Bean
    Parties caseParties(JdbcClient jdbc, DataSource database, ObjectProvider<Modules> modules)
            throws MetaDataAccessException {
        return new Parties(jdbc, isPostgresql(database), SingletonSupplier.ofNullable(modules::getIfAvailable)::get);
    }

    @Bean
    CaseFiles caseFiles(JdbcClient jdbc, DataSource database) throws MetaDataAccessException {
        return new CaseFiles(jdbc, isPostgresql(database));
    }

    private static boolean isPostgresql(DataSource database) throws MetaDataAccessException {
        return JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName)
                .equals("PostgreSQL");
    }

    @Bean
    CasesByClock casesByClock(JdbcClient jdbc, Clock clock) {
        return new CasesByClock(jdbc, clock);
    }

    @Bean
    VersionCases versionCases(ProcessEngine engine, JdbcClient jdbc, Actors actors) {
        return new VersionCases(engine, jdbc, actors);
    }

    @Bean
    KeptTrails keptTrails(JdbcClient jdbc, CaseJournal journal, Clock clock) {
        return new KeptTrails(jdbc, journal, clock.getZone());
    }

    @Bean
    CaseHistory caseHistory(ProcessEngine engine, KeptTrails kept, Actors actors, Clock clock) {
        return new CaseHistory(engine.getHistoryService(), kept, actors, clock.getZone());
    }

    @Bean
    TrailKeeper trailKeeper(
            CaseHistory history, KeptTrails kept, PlatformTransactionManager transactions, Clock clock) {
        return new TrailKeeper(history, kept, new TransactionTemplate(transactions), clock);
    }

    @Bean
    CaseChanges caseChanges(
            ProcessEngine engine, ClosedModels models, CaseFiles files, StepWrites writes, Actors actors, Clock clock) {
        return new CaseChanges(
                engine, files, new CaseReopening(engine, models), new CaseModels(engine), writes, actors, clock);
    }

    @Bean
    Cases cases(
            ProcessEngine engine,
            ClosedModels models,
            CaseFiles files,
            Parties parties,
            CaseJournal journal,
            Actors actors,
            PlatformTransactionManager transactions) {
        return new EngineCases(engine, models, files, parties, journal, actors, new TransactionTemplate(transactions));
    }

    @Bean
    ModuleService<Cases> casesForModules(Cases cases) {
        return new ModuleService<>(Cases.class, module -> cases);
    }
}
