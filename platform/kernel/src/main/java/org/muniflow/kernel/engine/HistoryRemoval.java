package org.muniflow.kernel.engine;

import java.sql.Timestamp;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceManager;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;
import org.muniflow.kernel.spi.StepWrites;

/**
 * Marks what an ended case leaves in the history with the day on which it may go: in the engine's sixteen tables, as the
 * engine does, but together with the platform's rows of the step and not by sixteen statements of their own. Each row has
 * half a dozen indexes: those that already have their mark are not written again.
 */
final class HistoryRemoval {

    /** In the engine's order, the case itself last. */
    private static final List<String> OF_CASE = List.of(
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_incident",
            "act_hi_ext_task_log",
            "act_hi_job_log",
            "act_hi_op_log",
            "act_hi_identitylink",
            "act_hi_comment",
            "act_hi_attachment",
            "act_ge_bytearray",
            "act_hi_procinst");

    private static final List<String> OF_DECISIONS = List.of("act_hi_decinst", "act_hi_dec_in", "act_hi_dec_out");

    private HistoryRemoval() {}

    /** The tables that are marked. */
    static Stream<String> tables() {
        return Stream.concat(OF_CASE.stream(), OF_DECISIONS.stream());
    }

    private static List<String> updates(List<String> tables) {
        return tables.stream()
                .map(table -> "update " + table + " set removal_time_ = ? where root_proc_inst_id_ = ?"
                        + " and (removal_time_ is null or removal_time_ <> ?)")
                .toList();
    }

    /** The engine's managers to use instead of its own. */
    static List<SessionFactory> factories(StepWrites writes, HeldHistory held) {
        return List.of(
                factory(HistoricProcessInstanceManager.class, () -> new Cases(writes, held)),
                factory(HistoricDecisionInstanceManager.class, () -> new Decisions(writes)));
    }

    private static SessionFactory factory(Class<?> manager, Supplier<Session> open) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return manager;
            }

            @Override
            public Session openSession() {
                return open.get();
            }
        };
    }

    private static void mark(StepWrites writes, List<String> updates, String rootId, Date removal) {
        Timestamp at = new Timestamp(removal.getTime());
        updates.forEach(update -> writes.add(update, at, rootId, at));
    }

    private static final class Cases extends HistoricProcessInstanceManager {

        private static final List<String> UPDATES = updates(OF_CASE);

        private final StepWrites writes;

        private final HeldHistory held;

        private Cases(StepWrites writes, HeldHistory held) {
            this.writes = writes;
            this.held = held;
        }

        @Override
        public void deleteHistoricProcessInstanceByIds(List<String> processInstanceIds) {
            held.refuse(processInstanceIds);
            super.deleteHistoricProcessInstanceByIds(processInstanceIds);
        }

        @Override
        public void addRemovalTimeToProcessInstancesByRootProcessInstanceId(String rootId, Date removal) {
            if (Context.getProcessEngineConfiguration().isEnableHistoricInstancePermissions()) {
                // Authorizations of ended cases are marked too; the city keeps none.
                super.addRemovalTimeToProcessInstancesByRootProcessInstanceId(rootId, removal);
            } else {
                markUnwritten(rootId, removal);
                mark(writes, UPDATES, rootId, removal);
            }
        }

        /** What the present transaction adds to the history is written with its mark, and needs no second writing. */
        private void markUnwritten(String rootId, Date removal) {
            for (CachedDbEntity cached : getDbEntityManager().getDbEntityCache().getCachedEntities()) {
                if (cached.getEntityState() != DbEntityState.TRANSIENT) {
                    continue;
                }
                DbEntity row = cached.getEntity();
                if (row instanceof HistoryEvent event && rootId.equals(event.getRootProcessInstanceId())) {
                    event.setRemovalTime(removal);
                } else if (row instanceof HistoricVariableInstanceEntity variable
                        && rootId.equals(variable.getRootProcessInstanceId())) {
                    variable.setRemovalTime(removal);
                }
            }
        }
    }

    private static final class Decisions extends HistoricDecisionInstanceManager {

        private static final List<String> UPDATES = updates(OF_DECISIONS);

        private final StepWrites writes;

        private Decisions(StepWrites writes) {
            this.writes = writes;
        }

        @Override
        public void addRemovalTimeToDecisionsByRootProcessInstanceId(String rootId, Date removal) {
            mark(writes, UPDATES, rootId, removal);
        }
    }
}
