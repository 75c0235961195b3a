package org.muniflow.casework.worklist;

import java.time.Clock;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.StepWrites;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The work list. */
@Configuration(proxyBeanMethods = false)
public class WorkListConfiguration {

    @Bean
    WorkList workList(JdbcClient jdbc) {
        return new WorkList(jdbc);
    }

    @Bean
    WorkLoad workLoad(JdbcClient jdbc, Clock clock) {
        return new WorkLoad(jdbc, clock);
    }

    @Bean
    @Order(20)
    StepListener workListWriter(StepWrites writes, Clock clock) {
        return new WorkListWriter(writes, clock);
    }
}
