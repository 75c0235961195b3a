package org.muniflow.kernel.modules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.muniflow.kernel.spi.ModuleRefused;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Migrates a module's own schema, named like the module with {@code _} for {@code -}, by the jar's migrations. A migration
 * that fails changes nothing: PostgreSQL rolls all of them back, and on H2, which commits every table that it makes, they
 * have failed in a {@linkplain MigrationRehearsal rehearsal} before.
 */
final class ModuleSchema {

    private static final String HISTORY = "flyway_schema_history";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final boolean commitsByItself;

    ModuleSchema(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.commitsByItself = "H2".equals(new JdbcTemplate(dataSource).execute((ConnectionCallback<String>)
                        connection -> connection.getMetaData().getDatabaseProductName()));
    }

    /**
     * Brings the schema to the module's version. A module without migrations gets no schema.
     *
     * @param module the module, its name already checked to be kebab-case
     * @param jar the jar
     * @return the schema's name when it has been created now, for {@link #drop}
     * @throws ModuleRefused when a migration is wrong or fails; the schema is as it was
     */
    Optional<String> migrate(ModuleManifest module, ModuleJar jar) {
        MigrationScripts scripts = new MigrationScripts(jar);
        if (scripts.none()) {
            return Optional.empty();
        }
        refuse(module, scripts.problems());
        String name = module.name().replace('-', '_');
        Optional<String> present = spelled(name);
        if (present.isPresent()) {
            forgetFailures(jdbc, present.get());
            Flyway flyway = flyway(dataSource, present.get(), scripts);
            refuse(module, MigrationProblems.of(flyway.validateWithResult()));
            if (flyway.info().pending().length == 0) {
                return Optional.empty();
            }
        }
        if (commitsByItself) {
            MigrationRehearsal.of(dataSource, name, present, (copy, schema) -> run(module, copy, schema, scripts));
        }
        String schema = present.orElseGet(() -> created(name));
        Optional<String> fresh = present.isEmpty() ? Optional.of(schema) : Optional.empty();
        try {
            run(module, dataSource, schema, scripts);
        } catch (ModuleRefused refused) {
            fresh.ifPresent(this::drop);
            throw refused;
        }
        return fresh;
    }

    /**
     * Removes a schema that was created for a module which then did not start; nothing but its own migrations has written
     * into it.
     *
     * @param schema the schema's name as the database spells it
     */
    void drop(String schema) {
        jdbc.sql("drop schema \"" + schema + "\" cascade").update();
    }

    private static void refuse(ModuleManifest module, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ModuleRefused(module.id(), problems);
        }
    }

    private void run(ModuleManifest module, DataSource database, String schema, MigrationScripts scripts) {
        try {
            flyway(database, schema, scripts).migrate();
        } catch (RuntimeException failure) {
            // Without its cause, which repeats rows' values and would carry them into the log.
            throw new ModuleRefused(module.id(), List.of(MigrationProblems.of(failure)));
        }
    }

    private Flyway flyway(DataSource database, String schema, MigrationScripts scripts) {
        // Flyway keeps its last configuration for ever: the module's class loader must not be in it.
        return Flyway.configure(ModuleSchema.class.getClassLoader())
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .table(HISTORY)
                .baselineOnMigrate(false)
                // All or none of the migrations that a version brings, where the database can do so.
                .group(!commitsByItself)
                // An older version also starts after a newer one has migrated.
                .ignoreMigrationPatterns("*:future", "*:pending")
                .resourceProvider(scripts)
                .javaMigrationClassProvider(List::of)
                .load();
    }

    // Flyway quotes names, while the modules' SQL does not: it is told the name as the database spells it.
    private Optional<String> spelled(String schema) {
        return jdbc.sql("select schema_name from information_schema.schemata where lower(schema_name) = ?")
                .param(schema.toLowerCase(Locale.ROOT))
                .query(String.class)
                .optional();
    }

    private String created(String schema) {
        jdbc.sql("create schema if not exists " + schema).update();
        return spelled(schema).orElseThrow();
    }

    // A migration that failed is tried again, corrected, at the next start. Flyway's own repair would also accept
    // changed migrations that have long been applied.
    private static void forgetFailures(JdbcClient jdbc, String schema) {
        int present = jdbc.sql(
                        "select count(*) from information_schema.tables where table_schema = ? and table_name = ?")
                .params(schema, HISTORY)
                .query(Integer.class)
                .single();
        if (present > 0) {
            jdbc.sql("delete from \"%s\".\"%s\" where \"success\" = false".formatted(schema, HISTORY))
                    .update();
        }
    }
}
