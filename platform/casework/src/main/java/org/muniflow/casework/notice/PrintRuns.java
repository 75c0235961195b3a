package org.muniflow.casework.notice;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.muniflow.api.casework.Journal;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.notice.OutboxNotice.Print;
import org.muniflow.casework.notice.OutboxNotice.State;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Printing. A letter is marked as printed once, with who and when, before its run's PDF is opened; the run can be opened
 * again after a paper jam. A further copy of one letter is journaled and says on its address page that it is one.
 */
final class PrintRuns {

    /** The letters of one run. */
    static final int MOST = 100;

    private final Outbox outbox;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    PrintRuns(Outbox outbox, Journal journal, TransactionOperations transactions, Clock clock) {
        this.outbox = outbox;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Marks letters as printed, all in one run. Those that somebody else has printed meanwhile are left out.
     *
     * @param notices the letters
     * @param by who prints
     * @return the run's id
     * @throws Rejected when none is left to print, or there are too many
     */
    String print(List<OutboxNotice> notices, String by) {
        if (notices.isEmpty()) {
            throw new Rejected("id", "Choose at least one letter to print.");
        }
        if (notices.size() > MOST) {
            throw new Rejected("id", "Choose at most " + MOST + " letters at once.");
        }
        Print print = new Print(clock.instant(), by, UUID.randomUUID().toString());
        transactions.executeWithoutResult(status -> {
            // In one order, so that two people who print the same letters never wait for each other.
            List<OutboxNotice> printed = notices.stream()
                    .filter(notice -> notice.channel() != Channel.ELECTRONIC)
                    .sorted(Comparator.comparing(OutboxNotice::id))
                    .filter(notice -> outbox.printed(notice.id(), print))
                    .toList();
            if (printed.isEmpty()) {
                throw new Rejected(
                        "id",
                        "Nothing is left to print: somebody has printed or taken back what you chose. A further copy"
                                + " is printed from the letter's page.");
            }
            printed.forEach(notice -> journal.write(
                    notice.caseNumber(), null, "Letter printed by " + by + ": " + notice.subject(), notice.cites()));
        });
        return print.run();
    }

    /**
     * Returns the letters of a run, oldest first.
     *
     * @param run the run's id
     * @return the letters; empty when there is no such run
     */
    List<OutboxNotice> letters(String run) {
        return outbox.ofRun(run);
    }

    /**
     * Records that a printed letter is printed once more.
     *
     * @param notice the letter
     * @param by who prints
     * @return what its address page says
     * @throws Rejected when it was not printed yet, or was taken back
     */
    PrintOut.Again again(OutboxNotice notice, String by) {
        if (notice.print() == null) {
            throw new Rejected("", "The letter was not printed yet. Print it first.");
        }
        if (notice.state() == State.WITHDRAWN) {
            throw new Rejected("", "The letter was taken back. It is not printed any more.");
        }
        journal.write(
                notice.caseNumber(),
                null,
                "A further copy of a letter printed by " + by + ": " + notice.subject(),
                notice.cites());
        return new PrintOut.Again(clock.instant(), by);
    }
}
