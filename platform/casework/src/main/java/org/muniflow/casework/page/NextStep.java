package org.muniflow.casework.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.journal.JournalEntry;
import org.muniflow.casework.journal.JournalEntry.Kind;
import org.muniflow.casework.ledger.LedgerEntry;
import org.muniflow.casework.worklist.WorkItem;

/**
 * An open task of a case with all that whoever does it asks first: who, by when, under which law, and why then.
 *
 * @param task the task
 * @param teams the groups that may claim it
 * @param clock the clock of the law that runs while it is open; null if none does
 * @param cites the sections under which it is done; empty if the model names none
 * @param left how long there is, in words; empty without a date
 * @param late whether its day has passed
 */
record NextStep(
        WorkItem task, List<String> teams, @Nullable LedgerEntry clock, String cites, String left, boolean late) {

    static List<NextStep> of(
            List<WorkItem> tasks,
            Map<String, List<String>> teams,
            List<LedgerEntry> clocks,
            List<JournalEntry> journal,
            java.time.Clock now) {
        LocalDate today = LocalDate.now(now);
        return tasks.stream()
                .map(task -> {
                    LocalDate due = task.dueAt() == null
                            ? null
                            : task.dueAt().atZoneSameInstant(now.getZone()).toLocalDate();
                    return new NextStep(
                            task,
                            teams.getOrDefault(task.taskId(), List.of()),
                            clock(task, clocks),
                            cites(task, journal),
                            due == null ? "" : left(ChronoUnit.DAYS.between(today, due)),
                            due != null && due.isBefore(today));
                })
                .toList();
    }

    private static @Nullable LedgerEntry clock(WorkItem task, List<LedgerEntry> clocks) {
        return clocks.stream()
                .filter(clock -> clock.open() && clock.elementName().equals(task.name()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static String cites(WorkItem task, List<JournalEntry> journal) {
        return journal.stream()
                .filter(line ->
                        line.kind() == Kind.TASK_OPENED && task.elementId().equals(line.elementId()))
                .map(JournalEntry::cites)
                .reduce("", (earlier, later) -> later);
    }

    private static String left(long days) {
        if (days < 0) {
            return days == -1 ? "1 day late" : -days + " days late";
        }
        if (days == 0) {
            return "today";
        }
        return days == 1 ? "tomorrow" : "in " + days + " days";
    }
}
