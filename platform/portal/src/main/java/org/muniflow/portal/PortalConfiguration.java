package org.muniflow.portal;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Assembles the portal. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class PortalConfiguration {

    @Bean
    RateLimit submissionLimit(@Value("${muniflow.portal.submissions-per-minute:60}") int perMinute, Clock clock) {
        return new RateLimit(perMinute, clock);
    }

    @Bean
    RateLimit inboxLimit(@Value("${muniflow.portal.inbox-tries-per-minute:10}") int perMinute, Clock clock) {
        return new RateLimit(perMinute, clock);
    }
}
