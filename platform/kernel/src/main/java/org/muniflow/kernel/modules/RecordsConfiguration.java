package org.muniflow.kernel.modules;

import javax.sql.DataSource;
import org.muniflow.kernel.spi.ModuleRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators look at. */
@Configuration(proxyBeanMethods = false)
public class RecordsConfiguration {

    @Bean
    ModuleRecords moduleRecords(DataSource dataSource, JarFiles jars) {
        return new StoredRecords(JdbcClient.create(dataSource), jars);
    }
}
