package org.muniflow.casework.department;

import java.time.Clock;
import org.muniflow.kernel.spi.Modules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of departments. */
@Configuration(proxyBeanMethods = false)
public class DepartmentConfiguration {

    @Bean
    KnownDepartments departments(JdbcClient jdbc, Clock clock, ObjectProvider<Modules> modules) {
        return new KnownDepartments(new DepartmentRows(jdbc, clock), modules::getObject);
    }

    @Bean
    SeriesCheck seriesCheck() {
        return new SeriesCheck();
    }

    @Bean
    StoppedWork stoppedWork(Departments departments) {
        return new StoppedWork(departments);
    }
}
