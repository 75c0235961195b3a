package org.muniflow.casework.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.Journal;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.module.Declaration.Right;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.document.CaseAccess;
import org.muniflow.casework.notice.OutboxNotice.State;
import org.muniflow.casework.notice.ReceiptDecision.Kind;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Certified letters whose receipt starts a clock and is not proven. The clock never starts by itself; the group that hears of
 * the clock decides (T-12, reading A-09). Call this; it is a Spring bean.
 */
public final class Receipts {

    static final Map<String, String> CHOICES = choices();

    private static final int LONGEST_REASON = 1000;

    private final Outbox outbox;
    private final PrintQueue queue;
    private final PrintRoom room;
    private final CaseAccess access;
    private final BiFunction<String, LocalDate, Optional<String>> hears;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final @Nullable Integer days;

    /**
     * Makes the desk.
     *
     * @param hears the group that hears of a clock on a day; empty when no group or no such clock is known
     * @param days after how many days without receipt the group is to decide; null to wait for the post
     */
    Receipts(
            Outbox outbox,
            PrintQueue queue,
            PrintRoom room,
            CaseAccess access,
            BiFunction<String, LocalDate, Optional<String>> hears,
            Journal journal,
            TransactionOperations transactions,
            Clock clock,
            @Nullable Integer days) {
        this.outbox = outbox;
        this.queue = queue;
        this.room = room;
        this.access = access;
        this.hears = hears;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
        this.days = days;
    }

    /**
     * Returns how many letters wait for a decision of some groups.
     *
     * @param groups the groups
     * @param most how many are looked through
     * @return how many of these wait
     */
    public int owed(Set<String> groups, int most) {
        return page(groups, null, most).size();
    }

    /** Returns a page of the letters about which some groups decide, oldest first. */
    List<OutboxNotice> page(Set<String> groups, @Nullable String after, int limit) {
        return queue.unproven(mailedBefore(), access.processes(groups, Right.READ), after, limit).stream()
                .filter(notice -> mayDecide(groups, notice))
                .toList();
    }

    /** Returns after how many days without receipt a decision is asked; null when only a return asks for one. */
    @Nullable
    Integer days() {
        return days;
    }

    boolean isUnproven(OutboxNotice notice) {
        LocalDate mailedOn = notice.mailedOn();
        return notice.channel() == Channel.CERTIFIED_MAIL
                && notice.clockOnReceipt() != null
                && notice.decision() == null
                && mailedOn != null
                && (notice.state() == State.RETURNED
                        || notice.state() == State.SENT && !mailedOn.isAfter(mailedBefore()));
    }

    /** Tells whether some groups decide: the group that hears of the clock, else who may correct such cases. */
    boolean mayDecide(Set<String> groups, OutboxNotice notice) {
        String clockId = notice.clockOnReceipt();
        return clockId != null
                && hears.apply(clockId, notice.letterOn())
                        .map(groups::contains)
                        .orElseGet(() -> access.may(groups, notice.processKey(), Right.CORRECT));
    }

    /**
     * Records a decision, and starts the clock when it names a day of receipt.
     *
     * @param notice the letter
     * @param choice the name of the {@link Kind}
     * @param takenOn the day on which the letter counts as received; null unless it does
     * @param reason why
     * @param by who decides
     * @throws Rejected when something is missing or the letter has changed
     */
    void decide(OutboxNotice notice, String choice, @Nullable LocalDate takenOn, @Nullable String reason, String by) {
        String why = reason == null ? "" : reason.strip();
        List<FieldProblem> problems = new ArrayList<>();
        if (!CHOICES.containsKey(choice)) {
            problems.add(FieldProblem.of("decision", "Choose what is to happen."));
        }
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            problems.add(FieldProblem.of("reason", "Say why, in at most 1,000 characters."));
        }
        if (choice.equals(Kind.TAKE_AS_RECEIVED.name())) {
            problems.addAll(wrongDay(notice, takenOn));
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        LocalDate today = LocalDate.now(clock);
        ReceiptDecision decision = new ReceiptDecision(Kind.valueOf(choice), by, today, why);
        transactions.executeWithoutResult(status -> {
            if (!outbox.decided(notice.id(), decision)) {
                throw new Rejected(
                        "", "The letter has changed since you opened this page. Look at its state, then try again.");
            }
            journal.write(notice.caseNumber(), null, entry(notice, decision, takenOn), notice.cites());
            if (decision.kind() == Kind.MAIL_AGAIN) {
                outbox.insert(copy(notice), clock.instant());
            } else if (decision.kind() == Kind.TAKE_AS_RECEIVED && takenOn != null) {
                outbox.received(notice.id(), takenOn);
                String clockId = notice.clockOnReceipt();
                if (clockId != null) {
                    room.start(notice, clockId, takenOn);
                }
            }
        });
    }

    private List<FieldProblem> wrongDay(OutboxNotice notice, @Nullable LocalDate takenOn) {
        LocalDate mailedOn = notice.mailedOn();
        if (takenOn == null) {
            return List.of(FieldProblem.of("takenOn", "Enter the day on which the letter counts as received."));
        }
        if (mailedOn != null && takenOn.isBefore(mailedOn)) {
            return List.of(FieldProblem.of(
                    "takenOn", "The day is before the day of mailing, " + new PrintedDate(mailedOn) + "."));
        }
        return takenOn.isAfter(LocalDate.now(clock))
                ? List.of(FieldProblem.of("takenOn", "The day is in the future."))
                : List.of();
    }

    private LocalDate mailedBefore() {
        return days == null ? LocalDate.of(1, 1, 1) : LocalDate.now(clock).minusDays(days);
    }

    private static String entry(OutboxNotice notice, ReceiptDecision decision, @Nullable LocalDate takenOn) {
        String what =
                switch (decision.kind()) {
                    case MAIL_AGAIN -> "the letter is mailed again";
                    case TAKE_AS_RECEIVED -> "the letter counts as received on " + takenOn;
                    case NOT_RECEIVED -> "the letter was not received and no clock runs";
                };
        return "No proof of receipt. " + decision.by() + " decided that " + what + ": " + notice.subject()
                + ". Reason: " + decision.reason();
    }

    private static OutboxNotice copy(OutboxNotice old) {
        String id = UUID.randomUUID().toString();
        return new OutboxNotice(
                id,
                old.module(),
                old.caseNumber(),
                old.processKey(),
                old.letterKey(),
                old.subject(),
                old.channel(),
                old.toName(),
                old.toAddress(),
                old.toEmail(),
                old.cites(),
                old.clockOnReceipt(),
                old.documentId(),
                State.QUEUED,
                old.letterOn(),
                null,
                null,
                null,
                null,
                "<" + id + old.messageId().substring(old.messageId().indexOf('@')),
                0,
                null,
                null,
                false,
                old.language(),
                null,
                null,
                null,
                null);
    }

    private static Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(Kind.MAIL_AGAIN.name(), "Mail the letter again; the clock waits for that receipt");
        choices.put(Kind.TAKE_AS_RECEIVED.name(), "Count it as received on the day below; the clock runs from it");
        choices.put(Kind.NOT_RECEIVED.name(), "It was not received; no clock runs");
        return choices;
    }
}
