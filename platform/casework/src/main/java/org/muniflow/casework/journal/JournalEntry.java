package org.muniflow.casework.journal;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal.
 *
 * @param id the line's number; grows with time
 * @param caseNumber the case; null for a line about a record before there is a case
 * @param module the module that wrote it; null for the platform's own lines
 * @param recordId the record; null if none
 * @param processKey the process; null for lines that no step wrote
 * @param elementId the element of the model; null for lines that no step wrote
 * @param kind what kind of happening
 * @param what the sentence
 * @param cites the sections of law; may be empty
 * @param actor the user whose act it was; null when a timer, job or outside message acted
 * @param writtenAt when it was written
 * @param detail what changed, as JSON; null if the sentence says it all
 */
public record JournalEntry(
        long id,
        @Nullable String caseNumber,
        @Nullable String module,
        @Nullable String recordId,
        @Nullable String processKey,
        @Nullable String elementId,
        Kind kind,
        String what,
        String cites,
        @Nullable String actor,
        OffsetDateTime writtenAt,
        @Nullable String detail) {

    /** What kind of happening a line tells of. */
    public enum Kind {
        /** A case or a called process started. */
        STARTED,
        /** A case or a called process ended. */
        ENDED,
        /** A case went on at another place of its model. */
        REOPENED,
        /** The record of a case was made for somebody outside of the house. */
        COPIED,
        /** The steps of an ended case were copied from the engine's history, with their hash. */
        KEPT,
        /** A person asked for, agreed to, refused or did something against the case's ordinary course. */
        CORRECTED,
        /** A task came into being. */
        TASK_OPENED,
        /** A task was claimed, assigned or given back. */
        TASK_ASSIGNED,
        /** A task was completed. */
        TASK_COMPLETED,
        /** A task was taken away uncompleted. */
        TASK_REMOVED,
        /** A clock started, was met, missed or cancelled. */
        CLOCK,
        /** A rule or decision table answered. */
        RULE,
        /** A record was changed. */
        CHANGED,
        /** An operator did something with a module. */
        MODULE,
        /** A module, a page or a person noted something. */
        NOTE
    }
}
