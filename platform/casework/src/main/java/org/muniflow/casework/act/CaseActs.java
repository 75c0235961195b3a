package org.muniflow.casework.act;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.CaseCorrections;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.act.ActRequest.State;
import org.muniflow.casework.cases.CaseChanges;
import org.muniflow.casework.cases.CaseChanges.EarlierStep;
import org.muniflow.casework.cases.CaseChanges.WithdrawalPath;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.journal.CaseJournal;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.notice.UnsentLetters;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does what a person may do to a case against its ordinary course, each in one transaction with its line in the journal.
 * Voiding a case and reopening one that has ended need a second person. Whoever calls this has checked the right.
 */
public final class CaseActs {

    private static final String WHOLE = "";
    private static final int SHORTEST = 10;
    private static final int LONGEST = 1500;

    private final CaseChanges changes;
    private final ActPreviews previews;
    private final ActRequests requests;
    private final ClockLedger clocks;
    private final UnsentLetters letters;
    private final ModuleTellings tellings;
    private final CaseJournal journal;
    private final TransactionOperations transactions;
    private final Clock clock;

    CaseActs(
            CaseChanges changes,
            ActPreviews previews,
            ActRequests requests,
            ClockLedger clocks,
            UnsentLetters letters,
            ModuleTellings tellings,
            CaseJournal journal,
            TransactionOperations transactions,
            Clock clock) {
        this.changes = changes;
        this.previews = previews;
        this.requests = requests;
        this.clocks = clocks;
        this.letters = letters;
        this.tellings = tellings;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a person wants.
     *
     * @param act the act
     * @param elementId the step to go back to; null for other acts
     * @param receivedOn the day on which the city received a withdrawal; null for other acts
     * @param reason why
     * @param seen the mark of the preview that the person saw
     */
    record Wish(
            CaseAct act,
            @Nullable String elementId,
            @Nullable LocalDate receivedOn,
            String reason,
            String seen) {}

    /**
     * Returns the request that waits for a second person.
     *
     * @param caseNumber the case
     * @return the request, or empty
     */
    public Optional<ActRequest> waiting(String caseNumber) {
        return requests.waiting(caseNumber);
    }

    ActPreview preview(CaseFiles.Row file, CaseAct act) {
        return previews.of(file, act);
    }

    /** Does what is wished or, where a second person has to agree, keeps it as a request. Returns what came of it. */
    String wish(String caseNumber, Wish wish, String user) {
        return inTransaction(() -> {
            CaseFiles.Row file = changes.lock(caseNumber);
            ActPreview preview = previews.of(file, wish.act());
            refuseIfWaiting(caseNumber);
            check(file, wish, preview);
            EarlierStep step = preview.steps().stream()
                    .filter(each -> each.elementId().equals(wish.elementId()))
                    .findFirst()
                    .orElse(null);
            if (!preview.needsSecond()) {
                return act(
                        file, wish.act(), step, wish.receivedOn(), wish.reason().strip(), user, "");
            }
            requests.insert(
                    UUID.randomUUID().toString(),
                    caseNumber,
                    wish.act(),
                    step == null ? null : step.elementId(),
                    step == null ? null : step.name(),
                    wish.reason().strip(),
                    user);
            ActRequest asked = requests.waiting(caseNumber).orElseThrow();
            journal.write(caseNumber, Kind.CORRECTED, "Asked to " + asked.wish() + ": " + sentence(asked.reason()), "");
            return "Asked. A second person who may correct cases of this kind has to agree; nothing has changed yet.";
        });
    }

    /** A second person agrees: it is done. */
    String agree(String requestId, String seen, String user) {
        return answered(requestId, (request, file) -> {
            if (request.askedBy().equals(user)) {
                throw new Rejected(
                        WHOLE,
                        "You asked for this yourself; a second person has to agree. You may take the request back.");
            }
            ActPreview preview = previews.of(file, request.act());
            possible(preview);
            same(preview, seen);
            EarlierStep step = preview.steps().stream()
                    .filter(each -> each.elementId().equals(request.elementId()))
                    .findFirst()
                    .orElse(null);
            if (request.act() == CaseAct.GO_BACK && step == null) {
                throw new Rejected(
                        WHOLE,
                        "The case can no longer go back to \"" + request.elementName() + "\". Refuse the request.");
            }
            requests.answer(requestId, State.DONE, user, null);
            return act(
                    file,
                    request.act(),
                    step,
                    null,
                    request.reason(),
                    user,
                    " Asked by " + request.askedBy() + ", agreed by " + user + ".");
        });
    }

    /** A second person refuses, or whoever asked takes it back. */
    String decline(String requestId, String answer, String user) {
        return answered(requestId, (request, file) -> {
            boolean own = request.askedBy().equals(user);
            if (!own) {
                reason("answer", answer);
            }
            requests.answer(requestId, own ? State.TAKEN_BACK : State.REFUSED, user, own ? null : answer.strip());
            journal.write(
                    request.caseNumber(),
                    Kind.CORRECTED,
                    own
                            ? "Took back the request to " + request.wish() + "."
                            : "Refused to " + request.wish() + " as " + request.askedBy() + " had asked: "
                                    + sentence(answer.strip()),
                    "");
            return own ? "The request is taken back; nothing has changed." : "Refused; nothing has changed.";
        });
    }

    private String act(
            CaseFiles.Row file,
            CaseAct act,
            @Nullable EarlierStep step,
            @Nullable LocalDate receivedOn,
            String reason,
            String user,
            String who) {
        String number = file.caseNumber();
        CaseCorrections.Correction correction = new CaseCorrections.Correction(
                number, file.processKey(), file.recordId(), reason, user, LocalDate.now(clock));
        switch (act) {
            case GO_BACK -> {
                EarlierStep chosen = Objects.requireNonNull(step, "a step was chosen");
                journal.write(
                        number, Kind.REOPENED, "Went back to \"" + chosen.name() + "\": " + sentence(reason) + who, "");
                changes.goBack(file, chosen.elementId());
                tellings.tell(new ModuleTellings.Told(act, correction, chosen.elementId(), null));
                return "The case is at \"" + chosen.name() + "\" again.";
            }
            case WITHDRAW -> {
                return withdraw(file, Objects.requireNonNull(receivedOn, "the day was checked"), correction);
            }
            default -> {
                journal.write(number, Kind.CORRECTED, "Voided: " + sentence(reason) + who, "");
                changes.end(file, ActPreviews.VOID);
                clocks.cancelAll(number, "The case was voided");
                int withdrawn = letters.withdraw(number);
                if (withdrawn > 0) {
                    journal.write(
                            number,
                            Kind.CORRECTED,
                            withdrawn == 1
                                    ? "A letter that was not sent yet was withdrawn."
                                    : withdrawn + " letters that were not sent yet were withdrawn.",
                            "");
                }
                tellings.tell(new ModuleTellings.Told(act, correction, null, null));
                return "The case is void.";
            }
        }
    }

    private String withdraw(CaseFiles.Row file, LocalDate receivedOn, CaseCorrections.Correction correction) {
        String number = file.caseNumber();
        String reason = correction.reason();
        journal.write(number, Kind.CORRECTED, "Withdrawal received on " + receivedOn + ": " + sentence(reason), "");
        Optional<WithdrawalPath> path = changes.withdrawalPath(file);
        if (path.isPresent()) {
            if (!changes.withdraw(file, path.get(), receivedOn)) {
                throw new Rejected(
                        WHOLE,
                        "The case cannot take a withdrawal at this step; its own process says when it can. Look at the"
                                + " diagram on the case page.");
            }
            return "The withdrawal is recorded; the case shows what its process made of it.";
        }
        changes.end(file, ActPreviews.WITHDRAWN);
        clocks.cancelAll(number, "The case was withdrawn");
        tellings.tell(new ModuleTellings.Told(CaseAct.WITHDRAW, correction, null, receivedOn));
        return "The case is withdrawn.";
    }

    private void refuseIfWaiting(String caseNumber) {
        requests.waiting(caseNumber).ifPresent(request -> {
            throw new Rejected(
                    WHOLE,
                    request.askedBy() + " has asked to " + request.wish()
                            + "; let a second person answer that first, on the case page.");
        });
    }

    private void check(CaseFiles.Row file, Wish wish, ActPreview preview) {
        possible(preview);
        List<FieldProblem> problems = new ArrayList<>();
        if (wish.act() == CaseAct.GO_BACK
                && preview.steps().stream().noneMatch(step -> step.elementId().equals(wish.elementId()))) {
            problems.add(FieldProblem.of("element", "Choose the step to which the case goes back."));
        }
        if (preview.asksDate()) {
            dateProblem(file, wish.receivedOn()).ifPresent(problems::add);
        }
        reasonProblem("reason", wish.reason()).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        same(preview, wish.seen());
    }

    private Optional<FieldProblem> dateProblem(CaseFiles.Row file, @Nullable LocalDate receivedOn) {
        if (receivedOn == null) {
            return Optional.of(
                    FieldProblem.of("receivedOn", "Enter the day on which the city received the withdrawal."));
        }
        if (receivedOn.isAfter(LocalDate.now(clock))) {
            return Optional.of(FieldProblem.of("receivedOn", "This day lies in the future."));
        }
        return receivedOn.isBefore(file.receivedOn())
                ? Optional.of(FieldProblem.of("receivedOn", "The case itself came on " + file.receivedOn() + "."))
                : Optional.empty();
    }

    private static void possible(ActPreview preview) {
        if (!preview.isPossible()) {
            throw new Rejected(WHOLE, preview.impossible());
        }
    }

    private static void same(ActPreview preview, String seen) {
        if (!preview.seen().equals(seen)) {
            throw new Rejected(
                    WHOLE,
                    "The case has changed since you opened this page. Read what would happen now, then try again.");
        }
    }

    private static void reason(String field, String reason) {
        reasonProblem(field, reason).ifPresent(problem -> {
            throw new Rejected(List.of(problem));
        });
    }

    private static Optional<FieldProblem> reasonProblem(String field, String reason) {
        int length = reason.strip().length();
        if (length < SHORTEST) {
            return Optional.of(FieldProblem.of(field, "Give the reason in a sentence; it stays in the journal."));
        }
        return length > LONGEST
                ? Optional.of(FieldProblem.of(field, "Give the reason in at most " + LONGEST + " characters."))
                : Optional.empty();
    }

    private String answered(String requestId, Answer answer) {
        return inTransaction(() -> {
            ActRequest request = requests.find(requestId)
                    .orElseThrow(() -> new Rejected(WHOLE, "There is no such request any more."));
            CaseFiles.Row file = changes.lock(request.caseNumber());
            // Read again under the lock: somebody may have answered in between.
            ActRequest present = requests.find(requestId).orElse(request);
            if (present.state() != State.WAITING) {
                throw new Rejected(
                        WHOLE, present.answeredBy() + " has answered this request already. Look at the case again.");
            }
            return answer.give(present, file);
        });
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }

    private String inTransaction(Supplier<String> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    @FunctionalInterface
    private interface Answer {
        String give(ActRequest request, CaseFiles.Row file);
    }
}
