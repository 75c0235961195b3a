package org.muniflow.casework.journal;

import java.util.List;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.kernel.spi.CaseStep;
import org.muniflow.kernel.spi.Mandates;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.TaskStep;

/** Writes the lines that every case has: its start and end, and the life of its tasks. */
final class StepJournal implements StepListener {

    private final CaseJournal journal;

    StepJournal(CaseJournal journal) {
        this.journal = journal;
    }

    @Override
    public void caseStarted(CaseStep step) {
        journal.write(step, Kind.STARTED, "Started: " + step.elementName() + ".");
    }

    @Override
    public void caseEnded(CaseStep step) {
        boolean atEndEvent = step.elementType().endsWith("EndEvent");
        journal.write(
                step, Kind.ENDED, atEndEvent ? "Ended: " + step.elementName() + "." : "Ended before its outcome.");
    }

    @Override
    public void taskCreated(TaskStep step) {
        List<String> teams = step.candidateGroups().stream().sorted().toList();
        String forWhom = teams.isEmpty() ? "" : " for " + String.join(", ", teams);
        journal.write(step, Kind.TASK_OPENED, "Task opened" + forWhom + ": " + step.elementName() + ".");
    }

    @Override
    public void taskAssigned(TaskStep step) {
        String assignee = step.task().getAssignee();
        String what;
        String owner = step.task().getOwner();
        if (assignee == null) {
            what = "Task given back: ";
        } else if (step.mandate().isPresent()) {
            String who = assignee.equals(step.actor()) ? "Task claimed" : "Task assigned to " + assignee;
            what = who + step.mandate().map(StepJournal::asDelegate).orElse("") + ": ";
        } else if (owner != null && !owner.equals(assignee)) {
            what = "Task taken over by " + assignee + " for " + owner + ": ";
        } else if (assignee.equals(step.actor())) {
            what = "Task claimed: ";
        } else {
            what = "Task assigned to " + assignee + ": ";
        }
        journal.write(step, Kind.TASK_ASSIGNED, what + step.elementName() + ".");
    }

    @Override
    public void taskCompleted(TaskStep step) {
        String owner = step.task().getOwner();
        String forWhom = step.mandate()
                .map(StepJournal::asDelegate)
                .orElse(owner == null || owner.equals(step.task().getAssignee()) ? "" : " for " + owner);
        journal.write(step, Kind.TASK_COMPLETED, "Task completed" + forWhom + ": " + step.elementName() + ".");
    }

    @Override
    public void taskDeleted(TaskStep step) {
        journal.write(step, Kind.TASK_REMOVED, "Task no longer needed: " + step.elementName() + ".");
    }

    private static String asDelegate(Mandates.Mandate mandate) {
        return " as delegate of " + mandate.team() + " (" + mandate.grantedBy() + "), by " + mandate.instrument();
    }
}
