package org.muniflow.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the engine start only when the platform's own tables are migrated. */
@Configuration(proxyBeanMethods = false)
class EngineAfterSchema {

    private static final String SCHEMA = "muniflow";

    /** Flyway quotes the schema's name, while all statements leave the folding to the database. */
    @Bean
    FlywayConfigurationCustomizer schemaAsTheDatabaseFoldsIt(DataSource database) throws SQLException {
        boolean upper;
        try (Connection connection = database.getConnection()) {
            upper = connection.getMetaData().storesUpperCaseIdentifiers();
        }
        String schema = upper ? SCHEMA.toUpperCase(Locale.ROOT) : SCHEMA;
        return flyway -> flyway.schemas(schema).defaultSchema(schema);
    }

    @Bean
    static BeanFactoryPostProcessor engineAfterSchemaOrder() {
        return factory -> {
            for (String engine : new String[] {"processEngineFactoryBean", "processEngineFactory", "processEngine"}) {
                if (factory.containsBeanDefinition(engine)) {
                    factory.getBeanDefinition(engine).setDependsOn("flywayInitializer");
                }
            }
        };
    }
}
