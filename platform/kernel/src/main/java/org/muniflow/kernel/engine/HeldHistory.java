package org.muniflow.kernel.engine;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.CaseHistories;
import org.muniflow.kernel.spi.HeldCases;
import org.muniflow.kernel.spi.StepRefused;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the engine from destroying the history of held cases. A clean-up first takes away the removal times of whatever is
 * held, in its own transaction: also of what ended, or was given another time, since the hold was placed. Deleting by hand is
 * refused, whoever tries.
 */
final class HeldHistory {

    private static final int AT_ONCE = 500;

    private final Supplier<@Nullable HeldCases> held;
    private final CaseHistories histories;
    private final JdbcTemplate jdbc;

    HeldHistory(Supplier<@Nullable HeldCases> held, CaseHistories histories, JdbcTemplate jdbc) {
        this.held = held;
        this.histories = histories;
        this.jdbc = jdbc;
    }

    /** Refuses to delete process instances of held cases. */
    void refuse(List<String> processInstanceIds) {
        HeldCases cases = held.get();
        if (cases == null) {
            return;
        }
        for (int from = 0; from < processInstanceIds.size(); from += AT_ONCE) {
            List<String> some = processInstanceIds.subList(from, Math.min(processInstanceIds.size(), from + AT_ONCE));
            List<String> numbers = jdbc.queryForList(
                    "select distinct business_key_ from act_hi_procinst where business_key_ is not null and id_ in ("
                            + String.join(", ", Collections.nCopies(some.size(), "?")) + ")",
                    String.class,
                    some.toArray());
            List<String> kept = cases.among(numbers);
            if (!kept.isEmpty()) {
                throw new StepRefused("A legal hold keeps the history of case " + kept.get(0)
                        + "; it is deleted when the hold has been released and the record was disposed of.");
            }
        }
    }

    /** The engine's clean-up, which asks first. */
    HistoryCleanupJobHandler cleanUp() {
        return new HistoryCleanupJobHandler() {
            @Override
            public void execute(
                    HistoryCleanupJobHandlerConfiguration configuration,
                    @Nullable ExecutionEntity execution,
                    CommandContext commandContext,
                    @Nullable String tenantId) {
                HeldCases cases = held.get();
                if (cases != null) {
                    histories.keep(cases.all());
                }
                super.execute(configuration, execution, commandContext, tenantId);
            }
        };
    }
}
