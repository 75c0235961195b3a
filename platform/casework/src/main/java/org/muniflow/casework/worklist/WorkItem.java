package org.muniflow.casework.worklist;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An open task as listed.
 *
 * @param taskId the engine's id of the task
 * @param caseNumber the case; null for a process without case numbers
 * @param caseTitle what the case is about; null for a process without case numbers
 * @param processKey the process that holds the task; a called one for the tasks of called processes
 * @param elementId the task's id in the model
 * @param name the task's name
 * @param assignee who has claimed it; null if nobody
 * @param dueAt when it is due, at the end of the day; null if no date is set
 * @param createdAt when it came into being
 */
public record WorkItem(
        String taskId,
        @Nullable String caseNumber,
        @Nullable String caseTitle,
        String processKey,
        String elementId,
        String name,
        @Nullable String assignee,
        @Nullable OffsetDateTime dueAt,
        OffsetDateTime createdAt) {}
