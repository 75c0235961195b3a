package org.muniflow.casework.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.kernel.spi.CaseStep;
import org.muniflow.kernel.spi.Modules;
import org.muniflow.kernel.spi.StepListener;
import org.muniflow.kernel.spi.StepWrites;

/** Keeps the table of case files: a row when a root case starts, its outcome when it has ended. */
final class CaseFileWriter implements StepListener {

    private static final String OPEN = """
            insert into muniflow.case_file
                (case_number, process_key, process_instance_id, record_id, title, received_on, state, started_at)
            values (?, ?, ?, ?, ?, ?, 'OPEN', ?)""";
    private static final String OPEN_AGAIN = """
            update muniflow.case_file set process_instance_id = ?, state = 'OPEN', outcome = null, ended_at = null
            where case_number = ?""";
    private static final String END = """
            update muniflow.case_file set state = 'ENDED', outcome = ?, ended_at = ?
            where case_number = ? and process_instance_id = ?""";
    private static final String RECEIVED_ON = "receivedOn";

    private final StepWrites writes;
    private final Supplier<@Nullable Modules> modules;
    private final Clock clock;

    CaseFileWriter(StepWrites writes, Supplier<@Nullable Modules> modules, Clock clock) {
        this.writes = writes;
        this.modules = modules;
        this.clock = clock;
    }

    @Override
    public void caseStarted(CaseStep step) {
        DelegateExecution execution = step.execution();
        String number = execution.getProcessBusinessKey();
        if (execution.getSuperExecution() != null || number == null) {
            return;
        }
        Opening opening = Opening.of(step.processKey());
        if (opening != null) {
            opening.numbered(number);
        }
        if (opening != null && opening.isAgain()) {
            writes.add(OPEN_AGAIN, execution.getProcessInstanceId(), number);
            return;
        }
        writes.add(
                OPEN,
                number,
                step.processKey(),
                execution.getProcessInstanceId(),
                opening == null ? recordId(step) : opening.recordId(),
                opening == null ? step.elementName() : opening.title(),
                opening == null ? receivedOn(execution) : opening.receivedOn(),
                OffsetDateTime.now(clock));
    }

    @Override
    public void caseEnded(CaseStep step) {
        DelegateExecution execution = step.execution();
        String number = execution.getProcessBusinessKey();
        if (execution.getSuperExecution() != null || number == null) {
            return;
        }
        String outcome = step.elementType().endsWith("EndEvent") ? step.elementName() : "Cancelled";
        writes.add(END, outcome, OffsetDateTime.now(clock), number, execution.getProcessInstanceId());
    }

    private String recordId(CaseStep step) {
        Modules active = modules.get();
        if (active == null) {
            return "";
        }
        return active.owner(step.processKey()).stream()
                .flatMap(module -> module.processes().stream())
                .filter(process -> process.key().equals(step.processKey()))
                .map(ProcessDeclaration::recordVariable)
                .filter(Objects::nonNull)
                .map(variable -> step.execution().getVariable(variable))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }

    private LocalDate receivedOn(DelegateExecution execution) {
        LocalDate today = LocalDate.now(clock);
        @Nullable Object received = execution.getVariable(RECEIVED_ON);
        try {
            return received == null ? today : LocalDate.parse(received.toString());
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    "Case " + execution.getProcessBusinessKey() + ": the variable receivedOn is '" + received
                            + "'; write the date of receipt as 2026-03-02",
                    wrong);
        }
    }
}
