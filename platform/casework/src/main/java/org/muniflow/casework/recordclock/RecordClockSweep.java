package org.muniflow.casework.recordclock;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks now and then for clocks of records that are due; every node does. */
final class RecordClockSweep {

    private final RecordClockDesk desk;
    private final Clock clock;

    RecordClockSweep(RecordClockDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${muniflow.clocks.first-sweep-after:PT5M}",
            fixedDelayString = "${muniflow.clocks.sweep-every:PT15M}")
    void sweep() {
        desk.open(LocalDate.now(clock));
    }
}
