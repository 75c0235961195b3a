package org.muniflow.casework.cases;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case that is just being started on this thread and must not become a process variable: its title,
 * its record. The listener of the start reads it and leaves the number.
 */
final class Opening {

    private static final ThreadLocal<@Nullable Opening> PRESENT = new ThreadLocal<>();

    private final String processKey;
    private final String recordId;
    private final String title;
    private final LocalDate receivedOn;
    private final boolean again;
    private @Nullable String caseNumber;

    private Opening(String processKey, String recordId, String title, LocalDate receivedOn, boolean again) {
        this.processKey = processKey;
        this.recordId = recordId;
        this.title = title;
        this.receivedOn = receivedOn;
        this.again = again;
    }

    static Opening first(String processKey, String recordId, String title, LocalDate receivedOn) {
        return new Opening(processKey, recordId, title, receivedOn, false);
    }

    static Opening again(String processKey) {
        return new Opening(processKey, "", "", LocalDate.EPOCH, true);
    }

    /** Returns the opening that the root case of a process belongs to; null when it was started some other way. */
    static @Nullable Opening of(String processKey) {
        Opening present = PRESENT.get();
        return present != null && present.processKey.equals(processKey) && present.caseNumber == null ? present : null;
    }

    <T> T during(Supplier<T> start) {
        Opening before = PRESENT.get();
        PRESENT.set(this);
        try {
            return start.get();
        } finally {
            if (before == null) {
                PRESENT.remove();
            } else {
                PRESENT.set(before);
            }
        }
    }

    void numbered(String number) {
        caseNumber = number;
    }

    @Nullable
    String caseNumber() {
        return caseNumber;
    }

    String recordId() {
        return recordId;
    }

    String title() {
        return title;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    boolean isAgain() {
        return again;
    }
}
