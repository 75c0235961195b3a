package org.muniflow.server.opening;

import org.muniflow.server.people.FirstPeople;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Opens the city for work, step by step, once the engine runs. */
@Component
final class Opening implements ApplicationRunner {

    private final FirstPeople firstPeople;
    private final Opened opened;

    Opening(FirstPeople firstPeople, Opened opened) {
        this.firstPeople = firstPeople;
        this.opened = opened;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        firstPeople.settle();
        opened.done();
    }
}
