package org.muniflow.casework.worklist;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.StepWrites;
import org.muniflow.kernel.spi.TaskStep;

/** Keeps the work list in step with the engine's tasks: one row for each open task and candidate group. */
final class WorkListWriter implements StepListener {

    private static final String INSERT = """
            insert into muniflow.work_item
                (task_id, group_id, first_row, case_number, process_key, process_instance_id, element_id, name, assignee,
                 due_at, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE =
            "update muniflow.work_item set name = ?, assignee = ?, due_at = ? where task_id = ?";
    private static final String DELETE = "delete from muniflow.work_item where task_id = ?";
    private static final String NO_GROUP = "-";

    private final StepWrites writes;
    private final Clock clock;

    WorkListWriter(StepWrites writes, Clock clock) {
        this.writes = writes;
        this.clock = clock;
    }

    @Override
    public void taskCreated(TaskStep step) {
        DelegateTask task = step.task();
        List<String> groups = step.candidateGroups().isEmpty() ? List.of(NO_GROUP) : step.candidateGroups();
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (int i = 0; i < groups.size(); i++) {
            writes.add(
                    INSERT,
                    task.getId(),
                    groups.get(i),
                    i == 0,
                    step.execution().getProcessBusinessKey(),
                    step.processKey(),
                    task.getProcessInstanceId(),
                    step.elementId(),
                    name(step),
                    task.getAssignee(),
                    dueAt(task),
                    now);
        }
    }

    @Override
    public void taskAssigned(TaskStep step) {
        update(step);
    }

    @Override
    public void taskUpdated(TaskStep step) {
        update(step);
    }

    @Override
    public void taskCompleted(TaskStep step) {
        writes.add(DELETE, step.task().getId());
    }

    @Override
    public void taskDeleted(TaskStep step) {
        writes.add(DELETE, step.task().getId());
    }

    private void update(TaskStep step) {
        DelegateTask task = step.task();
        writes.add(UPDATE, name(step), task.getAssignee(), dueAt(task), task.getId());
    }

    private static String name(TaskStep step) {
        String name = step.task().getName();
        return name == null ? step.elementName() : name;
    }

    private static OffsetDateTime dueAt(DelegateTask task) {
        @Nullable Date due = task.getDueDate();
        return due == null ? WorkList.NEVER : due.toInstant().atOffset(ZoneOffset.UTC);
    }
}
