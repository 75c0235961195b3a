package org.muniflow.kernel.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.module.ProcessDeclaration;
import org.muniflow.kernel.spi.CaseNumbers;
import org.muniflow.kernel.spi.Modules;

/**
 * Gives a case that starts without business key its number: its caller's, or the next of its process. The number is a
 * variable of the process instance too, since Tasklist's lists show variables and no business keys.
 */
final class CaseNumbering {

    /** The variable that holds the case number, in a case's root process and in those it calls. */
    private static final String VARIABLE = "caseNumber";

    private final Supplier<@Nullable Modules> modules;
    private final Supplier<@Nullable CaseNumbers> numbers;

    CaseNumbering(Supplier<@Nullable Modules> modules, Supplier<@Nullable CaseNumbers> numbers) {
        this.modules = modules;
        this.numbers = numbers;
    }

    void number(ExecutionEntity execution, ProcessDefinitionEntity process) {
        assign(execution, process);
        String number = execution.getProcessBusinessKey();
        if (number != null) {
            execution.setVariableLocal(VARIABLE, number);
        }
    }

    private void assign(ExecutionEntity execution, ProcessDefinitionEntity process) {
        if (execution.getProcessBusinessKey() != null) {
            return;
        }
        ExecutionEntity caller = execution.getSuperExecution();
        if (caller != null) {
            String inherited = caller.getProcessBusinessKey();
            if (inherited != null) {
                execution.setProcessBusinessKey(inherited);
                return;
            }
        }
        CaseNumbers series = numbers.get();
        String prefix = prefix(process.getKey());
        if (series != null && prefix != null) {
            execution.setProcessBusinessKey(series.next(prefix, process.getKey()));
        }
    }

    private @Nullable String prefix(String processKey) {
        Modules active = modules.get();
        if (active == null) {
            return null;
        }
        return active.owner(processKey).stream()
                .flatMap(module -> module.processes().stream())
                .filter(process -> process.key().equals(processKey))
                .map(ProcessDeclaration::prefix)
                .findFirst()
                .orElse(null);
    }
}
