package org.muniflow.casework.notice;

/** The piles in which the print room keeps its letters. */
enum Pile {
    /** Waits for the printer. */
    TO_PRINT("To print", "state = 'QUEUED' and printed_at is null"),
    /** Printed, and not given to the post yet. */
    TO_MAIL("To mail", "state = 'QUEUED' and printed_at is not null"),
    /** Given to the post. */
    SENT("Mailed", "state = 'SENT'"),
    /** The return receipt came back, or the letter was taken as received. */
    RECEIVED("Received", "state = 'RECEIVED'"),
    /** The post brought it back. */
    RETURNED("Returned", "state = 'RETURNED'"),
    /** Taken back before it was sent. */
    WITHDRAWN("Withdrawn", "state = 'WITHDRAWN'");

    private final String title;
    private final String condition;

    Pile(String title, String condition) {
        this.title = title;
        this.condition = condition;
    }

    /** Returns its name in plain words. */
    public String title() {
        return title;
    }

    String condition() {
        return condition;
    }

    static Pile of(OutboxNotice notice) {
        return switch (notice.state()) {
            case QUEUED -> notice.print() == null ? TO_PRINT : TO_MAIL;
            case SENT -> SENT;
            case RECEIVED -> RECEIVED;
            case RETURNED -> RETURNED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }
}
