package org.muniflow.casework.absence;

import java.time.Clock;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.muniflow.kernel.spi.Actors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Absences, substitutes, and their page. */
@Configuration(proxyBeanMethods = false)
@Import({AbsencePages.class, AbsenceApi.class})
public class AbsenceConfiguration {

    @Bean
    Absences absences(
            JdbcClient jdbc,
            IdentityService identities,
            TaskService tasks,
            Actors actors,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Absences(
                new AbsenceRows(jdbc, clock), identities, tasks, actors, new TransactionTemplate(transactions), clock);
    }
}
