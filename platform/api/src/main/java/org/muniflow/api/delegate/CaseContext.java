package org.muniflow.api.delegate;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Facts of the running case, given to delegates and guards.
 *
 * @param caseNumber the case number, for example {@code CERT-2026-000123}; never null
 * @param processKey the key of the running process
 * @param processInstanceId the engine's id of the running process instance
 * @param elementId the BPMN element that is being executed
 * @param now the city's present moment, from the one injected clock
 * @param today the city's present date in America/Chicago
 * @param actor the user whose act drives this step; null when a timer, job or message from outside drives it
 */
public record CaseContext(
        String caseNumber,
        String processKey,
        String processInstanceId,
        String elementId,
        Instant now,
        LocalDate today,
        @Nullable String actor) {}
