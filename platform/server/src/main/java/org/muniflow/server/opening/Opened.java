package org.muniflow.server.opening;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health says "up" only when people and modules are there. */
@Component
final class Opened implements HealthIndicator {

    private volatile boolean done;

    void done() {
        done = true;
    }

    @Override
    public Health health() {
        return done
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("reason", "people and modules are being set up")
                        .build();
    }
}
