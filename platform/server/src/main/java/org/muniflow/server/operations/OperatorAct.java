package org.muniflow.server.operations;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an operator may do with running cases. */
enum OperatorAct {
    SUSPEND(
            "Suspend",
            "Their jobs and timers wait and their tasks cannot be done until they are activated. Their clocks run on."),
    ACTIVATE(
            "Activate",
            "They go on where they were suspended: their tasks can be done, and what was due meanwhile runs at once."),
    MIGRATE(
            "Migrate",
            "They go on with the diagram and the code of another version. Dates that run stay as they were computed."),
    MOVE(
            "Move",
            "They leave where they stand and go on before another step. What they leave is cancelled: its tasks are taken"
                    + " away, its clocks end as no longer needed.");

    private final String title;
    private final String effect;

    OperatorAct(String title, String effect) {
        this.title = title;
        this.effect = effect;
    }

    /** The word on a button. */
    public String title() {
        return title;
    }

    /** What it does, in one or two sentences. */
    public String effect() {
        return effect;
    }

    /** The word in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OperatorAct> of(String word) {
        return Stream.of(values()).filter(act -> act.word().equals(word)).findFirst();
    }
}
