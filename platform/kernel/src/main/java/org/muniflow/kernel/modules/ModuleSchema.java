package org.muniflow.kernel.modules;

import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Migrates a module's own schema, named like the module with {@code _} for {@code -}, by the jar's migrations. */
final class ModuleSchema {

    private static final String FOLDER = "db/migration/";
    private static final String HISTORY = "flyway_schema_history";

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    ModuleSchema(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Brings the schema to the module's version. A module without migrations gets no schema.
     *
     * @param name the module's name, already checked to be kebab-case
     * @param jar the jar
     * @param loader the module's class loader
     */
    void migrate(String name, ModuleJar jar, ClassLoader loader) {
        if (jar.under(FOLDER).isEmpty()) {
            return;
        }
        String schema = created(name.replace('-', '_'));
        forgetFailures(schema);
        Flyway.configure(loader)
                .dataSource(dataSource)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .table(HISTORY)
                .baselineOnMigrate(false)
                .resourceProvider(new Scripts(jar))
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
    }

    // Flyway quotes names, while the modules' SQL does not: it is told the name as the database spells it.
    private String created(String schema) {
        jdbc.sql("create schema if not exists " + schema).update();
        return jdbc.sql("select schema_name from information_schema.schemata where lower(schema_name) = ?")
                .param(schema.toLowerCase(Locale.ROOT))
                .query(String.class)
                .single();
    }

    // A migration that failed is tried again, corrected, at the next start. Flyway's own repair would also accept
    // changed
    // migrations that have long been applied.
    private void forgetFailures(String schema) {
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

    private record Scripts(ModuleJar jar) implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            String path = name.startsWith(FOLDER) ? name : FOLDER + name;
            return jar.file(path).map(content -> new Script(path, content)).orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return jar.under(FOLDER).stream()
                    .filter(path -> fileName(path).startsWith(prefix)
                            && Arrays.stream(suffixes).anyMatch(path::endsWith))
                    .<LoadableResource>map(
                            path -> new Script(path, jar.file(path).orElseThrow()))
                    .toList();
        }
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static final class Script extends LoadableResource {

        private final String path;
        private final byte[] content;

        Script(String path, byte[] content) {
            this.path = path;
            this.content = content;
        }

        @Override
        public Reader read() {
            return new StringReader(new String(content, StandardCharsets.UTF_8));
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return fileName(path);
        }

        @Override
        public String getRelativePath() {
            return fileName(path);
        }
    }
}
