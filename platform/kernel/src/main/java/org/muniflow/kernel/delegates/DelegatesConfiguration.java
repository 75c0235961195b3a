package org.muniflow.kernel.delegates;

import org.muniflow.kernel.engine.ServedDeployments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Guards human tasks. */
@Configuration(proxyBeanMethods = false)
public class DelegatesConfiguration {

    @Bean
    GuardedTasks guardedTasks(ServedDeployments served) {
        return new GuardedTasks(served);
    }
}
