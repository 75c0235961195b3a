package org.muniflow.casework.reading;

import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Readings in force. */
@Configuration(proxyBeanMethods = false)
public class ReadingConfiguration {

    @Bean
    ModuleReadings moduleReadings() {
        return new ModuleReadings();
    }

    @Bean
    static JavaMigration readingCaseIndex() {
        return new ReadingCaseIndex();
    }

    @Bean
    ReadingCases readingCases(JdbcClient jdbc, JdbcOperations connections) {
        return new ReadingCases(jdbc, connections);
    }
}
