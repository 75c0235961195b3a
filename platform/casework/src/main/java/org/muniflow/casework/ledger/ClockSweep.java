package org.muniflow.casework.ledger;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks now and then for clocks that ran out, also on cases whose timers could not fire, and for processes that are still to
 * follow them. Every node does; the lock on a clock's row lets each be marked and followed once.
 */
final class ClockSweep {

    private final ClockLedger ledger;
    private final Clock clock;

    ClockSweep(ClockLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${muniflow.clocks.first-sweep-after:PT5M}",
            fixedDelayString = "${muniflow.clocks.sweep-every:PT15M}")
    void sweep() {
        LocalDate today = LocalDate.now(clock);
        ledger.sweep(today);
        ledger.followUp(today);
    }
}
