package org.muniflow.casework.reading;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Readings in force. */
@Configuration(proxyBeanMethods = false)
public class ReadingConfiguration {

    @Bean
    ModuleReadings moduleReadings() {
        return new ModuleReadings();
    }

    @Bean
    ReadingCases readingCases(JdbcClient jdbc) {
        return new ReadingCases(jdbc);
    }
}
