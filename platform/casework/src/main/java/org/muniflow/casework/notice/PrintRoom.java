package org.muniflow.casework.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Journal;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.clock.NotComputable;
import org.muniflow.casework.clock.UnknownClock;
import org.muniflow.casework.notice.OutboxNotice.State;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What people record about letters on paper: mailed, received, returned. Receipt starts the notice's clock from the
 * date on the return receipt and from no other (T-12; reading A-09: an undelivered letter starts nothing by itself).
 */
final class PrintRoom {

    private static final String ARTICLE = "[A-Z0-9]{10,30}";

    private final Outbox outbox;
    private final ReceiptClocks clocks;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    PrintRoom(Outbox outbox, ReceiptClocks clocks, Journal journal, TransactionOperations transactions, Clock clock) {
        this.outbox = outbox;
        this.clocks = clocks;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Records that a letter was given to the post.
     *
     * @param notice the notice
     * @param mailedOn the day
     * @param articleNumber the certified-mail article number; null for ordinary mail
     * @throws Rejected when a date or number is wrong or the letter does not wait for the post any more
     */
    void mailed(OutboxNotice notice, @Nullable LocalDate mailedOn, @Nullable String articleNumber) {
        String article = articleNumber == null ? "" : articleNumber.replaceAll("[\\s-]", "");
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate on =
                day("mailedOn", "The day of mailing", mailedOn, notice.letterOn(), "the letter's date", problems);
        if (notice.channel() == Channel.CERTIFIED_MAIL && !article.matches(ARTICLE)) {
            problems.add(FieldProblem.of(
                    "articleNumber",
                    "Enter the article number from the certified-mail label, 10 to 30 letters and digits."));
        }
        refuse(problems);
        change(
                notice,
                () -> outbox.mailed(notice.id(), on, article.isEmpty() ? null : article),
                "Letter mailed on " + on + ": " + notice.subject());
    }

    /**
     * Records the return receipt and starts the notice's clock.
     *
     * @param notice the notice
     * @param receivedOn the date on the return receipt
     * @throws Rejected when the date is wrong, or the letter was not mailed or was received before
     */
    void received(OutboxNotice notice, @Nullable LocalDate receivedOn) {
        List<FieldProblem> problems = new ArrayList<>();
        if (notice.channel() != Channel.CERTIFIED_MAIL) {
            problems.add(FieldProblem.of("receivedOn", "Only certified mail brings a return receipt."));
        }
        LocalDate on =
                day("receivedOn", "The day of receipt", receivedOn, mailingDay(notice), "the day of mailing", problems);
        refuse(problems);
        change(
                notice,
                () -> outbox.received(notice.id(), on),
                "Letter received on " + on + " as the return receipt shows: " + notice.subject());
    }

    /**
     * Records that the post brought a letter back.
     *
     * @param notice the notice
     * @param returnedOn the day
     * @throws Rejected when the date is wrong or the letter is not on its way
     */
    void returned(OutboxNotice notice, @Nullable LocalDate returnedOn) {
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate on =
                day("returnedOn", "The day of return", returnedOn, mailingDay(notice), "the day of mailing", problems);
        refuse(problems);
        change(
                notice,
                () -> outbox.returned(notice.id(), on),
                "Letter came back undelivered on " + on + ": " + notice.subject());
    }

    private void change(OutboxNotice notice, Change change, String entry) {
        transactions.executeWithoutResult(status -> {
            if (!change.apply()) {
                throw new Rejected(
                        "", "The letter has changed since you opened this page. Look at its state, then try again.");
            }
            journal.write(notice.caseNumber(), null, entry, notice.cites());
            OutboxNotice now = outbox.find(notice.id()).orElse(notice);
            String clockId = now.clockOnReceipt();
            LocalDate receivedOn = now.receivedOn();
            if (now.state() == State.RECEIVED && clockId != null && receivedOn != null) {
                start(now, clockId, receivedOn);
            }
        });
    }

    /** A receipt without the date that follows from it is not recorded: nobody would notice that the clock does not run. */
    void start(OutboxNotice notice, String clockId, LocalDate receivedOn) {
        try {
            clocks.start(notice.caseNumber(), clockId, receivedOn);
        } catch (UnknownClock stopped) {
            throw new Rejected(
                    "receivedOn",
                    "The receipt is not recorded, since clock " + clockId
                            + " cannot be computed: no version of the module " + notice.module()
                            + " runs that defines it. Record the receipt when the module runs again.");
        } catch (NotComputable why) {
            throw new Rejected("receivedOn", "The receipt is not recorded: " + why.getMessage() + ".");
        }
    }

    private static LocalDate mailingDay(OutboxNotice notice) {
        LocalDate mailedOn = notice.mailedOn();
        if (mailedOn == null) {
            throw new Rejected("", "The letter was not mailed yet. Record the mailing first.");
        }
        return mailedOn;
    }

    private LocalDate day(
            String field,
            String what,
            @Nullable LocalDate given,
            LocalDate earliest,
            String earliestName,
            List<FieldProblem> problems) {
        if (given == null) {
            problems.add(FieldProblem.of(field, what + " is missing. Enter a date."));
            return earliest;
        }
        if (given.isBefore(earliest)) {
            problems.add(FieldProblem.of(
                    field, what + " is before " + earliestName + ", " + new PrintedDate(earliest) + "."));
        }
        if (given.isAfter(LocalDate.now(clock))) {
            problems.add(FieldProblem.of(field, what + " is in the future."));
        }
        return given;
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    @FunctionalInterface
    private interface Change {
        boolean apply();
    }
}
