package org.muniflow.casework.act;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muniflow.casework.cases.CaseChanges;
import org.muniflow.casework.cases.CaseChanges.EarlierStep;
import org.muniflow.casework.cases.CaseChanges.WithdrawalPath;
import org.muniflow.casework.cases.CaseFiles;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.ledger.LedgerEntry;
import org.muniflow.casework.notice.UnsentLetters;
import org.muniflow.casework.worklist.WorkItem;
import org.muniflow.casework.worklist.WorkList;

/** Tells before an act what it would do. */
final class ActPreviews {

    static final String VOID = "Void";
    static final String WITHDRAWN = "Withdrawn";

    private final CaseChanges changes;
    private final WorkList work;
    private final ClockLedger clocks;
    private final UnsentLetters letters;
    private final ModuleTellings tellings;

    ActPreviews(
            CaseChanges changes, WorkList work, ClockLedger clocks, UnsentLetters letters, ModuleTellings tellings) {
        this.changes = changes;
        this.work = work;
        this.clocks = clocks;
        this.letters = letters;
        this.tellings = tellings;
    }

    ActPreview of(CaseFiles.Row file, CaseAct act) {
        return switch (act) {
            case GO_BACK -> goBack(file);
            case WITHDRAW -> withdraw(file);
            case VOID -> voided(file);
        };
    }

    static boolean isEnded(CaseFiles.Row file) {
        return file.state().equals("ENDED");
    }

    private ActPreview goBack(CaseFiles.Row file) {
        List<EarlierStep> steps = VOID.equals(file.outcome()) ? List.of() : changes.earlierSteps(file);
        String impossible = "";
        if (VOID.equals(file.outcome())) {
            impossible = "The case is void, and a void case stays void. Open a new case.";
        } else if (steps.isEmpty()) {
            impossible = "No step of this case can be done again: none was completed, or its history has been removed"
                    + " under the records schedule.";
        }
        List<String> effects = new ArrayList<>();
        if (isEnded(file)) {
            effects.add("The case is open again under its number; its outcome \"" + file.outcome()
                    + "\" no longer stands, but the journal keeps it.");
        }
        closing(file, effects);
        effects.add("The step that you choose opens anew, with its clock if it has one; clocks of steps that close are"
                + " cancelled.");
        effects.add("Everything recorded stays: the record, documents, letters, clocks that are settled and the"
                + " journal.");
        return new ActPreview(CaseAct.GO_BACK, impossible, effects, steps, isEnded(file), false, seen(file));
    }

    private ActPreview withdraw(CaseFiles.Row file) {
        Optional<WithdrawalPath> path = isEnded(file) ? Optional.empty() : changes.withdrawalPath(file);
        List<String> effects = new ArrayList<>();
        if (path.isPresent()) {
            effects.add("The case takes its own way for withdrawals, at \""
                    + path.get().elementName()
                    + "\": its process decides by law whether the withdrawal is allowed, and what follows.");
        } else {
            ending(file, WITHDRAWN, effects);
            List<String> unsent = letters.ofCase(file.caseNumber());
            if (!unsent.isEmpty()) {
                effects.add("Letters that wait to be sent still go out: " + quoted(unsent) + ".");
            }
        }
        return new ActPreview(
                CaseAct.WITHDRAW,
                isEnded(file) ? "The case has ended; there is nothing to withdraw." : "",
                effects,
                List.of(),
                false,
                true,
                seen(file));
    }

    private ActPreview voided(CaseFiles.Row file) {
        List<String> effects = new ArrayList<>();
        ending(file, VOID, effects);
        List<String> unsent = letters.ofCase(file.caseNumber());
        if (!unsent.isEmpty()) {
            effects.add("Letters that wait to be sent are withdrawn: " + quoted(unsent) + ".");
        }
        effects.add(
                "The number " + file.caseNumber() + " stays used; the case, its documents and its journal are kept.");
        return new ActPreview(
                CaseAct.VOID,
                VOID.equals(file.outcome()) ? "The case is void already." : "",
                effects,
                List.of(),
                true,
                false,
                seen(file));
    }

    private void ending(CaseFiles.Row file, String outcome, List<String> effects) {
        effects.add(
                isEnded(file)
                        ? "The case's outcome becomes \"" + outcome + "\" instead of \"" + file.outcome() + "\"."
                        : "The case ends with the outcome \"" + outcome + "\".");
        closing(file, effects);
        List<String> running = clocks.ofCase(file.caseNumber()).stream()
                .filter(clock -> clock.settledAt() == null)
                .map(ActPreviews::clock)
                .toList();
        if (!running.isEmpty()) {
            effects.add("Clocks that are not settled are cancelled: " + String.join(", ", running) + ".");
        }
        if (!file.recordId().isBlank()) {
            effects.add(tellings.preview(file.processKey()));
        }
    }

    private void closing(CaseFiles.Row file, List<String> effects) {
        for (WorkItem task : work.ofCase(file.caseNumber())) {
            String claimed = task.assignee() == null ? "" : ", claimed by " + task.assignee() + ",";
            effects.add("The open task \"" + task.name() + "\"" + claimed + " closes undone.");
        }
    }

    private static String clock(LedgerEntry clock) {
        return clock.computation().clockId() + " (" + clock.title() + ")";
    }

    private static String quoted(List<String> texts) {
        return "\"" + String.join("\", \"", texts) + "\"";
    }

    /** Tasks, clocks and letters are what a person sees before the act; another step in between changes one of them. */
    private String seen(CaseFiles.Row file) {
        StringBuilder state =
                new StringBuilder(file.state()).append(file.outcome()).append(file.processInstanceId());
        work.ofCase(file.caseNumber())
                .forEach(task -> state.append(task.taskId()).append(task.assignee()));
        clocks.ofCase(file.caseNumber())
                .forEach(clock -> state.append(clock.id()).append(clock.state()).append(clock.settledAt() == null));
        letters.ofCase(file.caseNumber()).forEach(state::append);
        return UUID.nameUUIDFromBytes(state.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
