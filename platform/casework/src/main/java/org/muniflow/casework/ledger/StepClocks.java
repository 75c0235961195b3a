package org.muniflow.casework.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.clock.ClockDefinition;
import org.muniflow.casework.clock.ModuleClocks;
import org.muniflow.kernel.spi.CaseStep;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.StepRefused;
import org.muniflow.kernel.spi.TaskStep;

/**
 * Runs the clocks that tasks and events carry by their properties: {@code clock}, {@code clockTrigger} (the variable with
 * the date from which the law counts; for a clock of kind LATER_OF several, separated by commas), {@code clockDue} (the variable with the date that a person set) and {@code
 * clockMet} (the variable with the date of the act). The day on which somebody opens or finishes a task is never the legal
 * date where the model names a variable.
 */
final class StepClocks implements StepListener {

    private final ClockLedger ledger;
    private final LedgerRows rows;
    private final ModuleClocks clocks;
    private final Clock clock;

    StepClocks(ClockLedger ledger, LedgerRows rows, ModuleClocks clocks, Clock clock) {
        this.ledger = ledger;
        this.rows = rows;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void taskCreated(TaskStep step) {
        start(step, ofTask(step));
    }

    @Override
    public void taskCompleted(TaskStep step) {
        if (hasClock(step)) {
            rows.met(ofTask(step), actOn(step));
        }
    }

    @Override
    public void taskDeleted(TaskStep step) {
        if (hasClock(step)) {
            leaveOpen(step, ofTask(step));
        }
    }

    @Override
    public void eventEntered(CaseStep step) {
        start(step, ofEvent(step));
    }

    @Override
    public void eventLeft(CaseStep step, boolean cancelled) {
        if (!hasClock(step)) {
            return;
        }
        if (cancelled) {
            leaveOpen(step, ofEvent(step));
        } else if (step.elementType().toLowerCase(Locale.ROOT).contains("timer")) {
            ledger.ranOut(step, ofEvent(step));
        } else {
            rows.met(ofEvent(step), actOn(step));
        }
    }

    private static boolean hasClock(CaseStep step) {
        return step.properties().containsKey("clock") && step.execution().getProcessBusinessKey() != null;
    }

    private static LedgerRows.Source ofTask(TaskStep step) {
        return new LedgerRows.Source("TASK", step.task().getId(), step.elementName());
    }

    private static LedgerRows.Source ofEvent(CaseStep step) {
        return new LedgerRows.Source(
                "EVENT", step.execution().getProcessInstanceId() + ":" + step.elementId(), step.elementName());
    }

    private void start(CaseStep step, LedgerRows.Source source) {
        String clockId = step.properties().get("clock");
        String number = step.execution().getProcessBusinessKey();
        if (clockId == null || number == null) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate personSet = date(step, "clockDue").orElse(null);
        LocalDate trigger = trigger(step).orElse(null);
        if (trigger == null && personSet == null) {
            throw new IllegalStateException(place(step) + "clock " + clockId + " has no date to count from; let the"
                    + " variable " + step.properties().get("clockTrigger") + " be set before this step");
        }
        ClockDefinition definition = clocks.definition(clockId, trigger == null ? today : trigger);
        ledger.start(
                number, definition, ledger.compute(definition, trigger == null ? today : trigger, personSet), source);
    }

    /** The step ended without its event; where the act is known nevertheless, the clock is met by it. */
    private void leaveOpen(CaseStep step, LedgerRows.Source source) {
        Optional<LocalDate> act = date(step, "clockMet");
        Optional<LocalDate> trigger = trigger(step);
        if (act.isPresent() && trigger.isPresent() && !act.get().isBefore(trigger.get())) {
            rows.met(source, act.get());
        } else {
            rows.cancelled(source, "The case left this step");
        }
    }

    private LocalDate actOn(CaseStep step) {
        @Nullable String variable = step.properties().get("clockMet");
        if (variable == null) {
            return LocalDate.now(clock);
        }
        return date(step, "clockMet")
                .orElseThrow(() -> new StepRefused(place(step) + "the date of the act is missing, by which clock "
                        + step.properties().get("clock") + " is met; enter " + variable));
    }

    /** The date from which the law counts; of several variables, the latest date that is known. */
    private static Optional<LocalDate> trigger(CaseStep step) {
        return Arrays.stream(step.properties().getOrDefault("clockTrigger", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> dateIn(step, name).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> date(CaseStep step, String property) {
        return dateIn(step, step.properties().get(property));
    }

    private static Optional<LocalDate> dateIn(CaseStep step, @Nullable String variable) {
        Object value = variable == null ? null : step.execution().getVariable(variable);
        if (value == null || value.toString().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value.toString()));
        } catch (DateTimeParseException wrong) {
            throw new IllegalStateException(
                    place(step) + "the variable " + variable + " is no date; write it as 2026-03-02", wrong);
        }
    }

    private static String place(CaseStep step) {
        return "Case " + step.execution().getProcessBusinessKey() + ", " + step.elementId() + ": ";
    }
}
