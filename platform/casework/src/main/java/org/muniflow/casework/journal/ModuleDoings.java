package org.muniflow.casework.journal;

import org.muniflow.kernel.spi.ModuleChange;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what operators do with modules, refusals too, into the city's own account. */
final class ModuleDoings {

    private final CaseJournal journal;
    private final TransactionTemplate transaction;

    ModuleDoings(CaseJournal journal, TransactionTemplate transaction) {
        this.journal = journal;
        this.transaction = transaction;
    }

    @EventListener
    void changed(ModuleChange change) {
        transaction.executeWithoutResult(status -> journal.operated(
                change.module().name(),
                "Module " + change.module() + ", " + change.act() + ": " + change.outcome(),
                change.by()));
    }
}
