package org.muniflow.casework.cases;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.muniflow.casework.cases.CaseHistory.Step;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the steps of cases that have ended, some time after the end and apart from the case's own steps: the engine removes its
 * history when its time has come. The journal's seals say which cases have ended, in an order that nothing is added to later.
 */
final class TrailKeeper {

    private static final int SEALS = 2000;

    private final CaseHistory history;
    private final KeptTrails trails;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TrailKeeper(CaseHistory history, KeptTrails trails, TransactionTemplate transactions, Clock clock) {
        this.history = history;
        this.trails = trails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Keeps what one look finds. A round looks at a limited number of seals: keeping must not hold up work. */
    @Scheduled(
            initialDelayString = "${muniflow.cases.trails-every:PT10S}",
            fixedDelayString = "${muniflow.cases.trails-every:PT10S}")
    void keep() {
        transactions.executeWithoutResult(
                status -> trails.lock().ifPresent(after -> keep(Objects.requireNonNull(after))));
    }

    private void keep(long after) {
        long until = trails.reached(after, SEALS);
        if (until == after) {
            return;
        }
        for (String caseNumber : trails.ended(after, until)) {
            List<Step> steps = history.steps(caseNumber);
            if (!steps.isEmpty()) {
                trails.keep(caseNumber, steps, OffsetDateTime.now(clock));
            }
        }
        trails.advance(until);
    }
}
