package org.muniflow.casework.journal;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.kernel.spi.PresentStep;
import org.muniflow.kernel.spi.Ruling;
import org.muniflow.kernel.spi.RulingListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes which rules and rows of tables decided a step. An answer that a transaction gets again is written once, and a check
 * of very many leaves the first ones: the journal tells why, it is no protocol of a computation.
 */
final class StepRulings implements RulingListener {

    private static final int MOST = 50;

    private final CaseJournal journal;
    private final PresentStep present;

    StepRulings(CaseJournal journal, PresentStep present) {
        this.journal = journal;
        this.present = present;
    }

    @Override
    public void ruled(Ruling ruling) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        present.now().ifPresent(place -> {
            String detail = RulingDetail.write(ruling);
            if (isNew(place.caseNumber() + " " + detail)) {
                journal.write(place, Kind.RULE, what(ruling), cites(ruling), detail);
            }
        });
    }

    private boolean isNew(String answer) {
        Set<?> held = (Set<?>) TransactionSynchronizationManager.getResource(this);
        if (held == null) {
            Answers answers = new Answers();
            TransactionSynchronizationManager.bindResource(this, answers);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void suspend() {
                    TransactionSynchronizationManager.unbindResource(StepRulings.this);
                }

                @Override
                public void resume() {
                    TransactionSynchronizationManager.bindResource(StepRulings.this, answers);
                }

                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(StepRulings.this);
                }
            });
            return answers.add(answer);
        }
        return held.size() < MOST && ((Answers) held).add(answer);
    }

    private static final class Answers extends HashSet<String> {
        private static final long serialVersionUID = 1L;
    }

    private static String what(Ruling ruling) {
        String rows = ruling.fired().stream().map(Ruling.Fired::row).distinct().collect(Collectors.joining(", "));
        if (!ruling.outcome().isEmpty()) {
            return "Rule " + ruling.rule() + ": " + ruling.outcome() + (rows.isEmpty() ? "." : " (" + rows + ").");
        }
        return "Table " + ruling.rule() + (rows.isEmpty() ? ": no row fired." : ": " + rows + " fired.");
    }

    private static String cites(Ruling ruling) {
        String fired = ruling.fired().stream()
                .map(Ruling.Fired::cites)
                .filter(cites -> !cites.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
        return fired.isEmpty() ? ruling.cites() : fired;
    }
}
