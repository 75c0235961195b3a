package org.muniflow.kernel.engine;

import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.muniflow.kernel.spi.CaseHistories;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sets and takes away the removal times of cases in the engine's history, in all the tables that the engine marks. */
final class EngineHistories implements CaseHistories {

    private static final int AT_ONCE = 200;

    private final JdbcTemplate jdbc;
    private final Supplier<ProcessEngine> engine;

    EngineHistories(JdbcTemplate jdbc, Supplier<ProcessEngine> engine) {
        this.jdbc = jdbc;
        this.engine = engine;
    }

    @Override
    public void keep(Collection<String> caseNumbers) {
        List<String> all = new ArrayList<>(caseNumbers);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            String roots = "select root_proc_inst_id_ from act_hi_procinst where business_key_ in ("
                    + String.join(", ", Collections.nCopies(some.size(), "?")) + ")";
            HistoryRemoval.tables()
                    .forEach(table -> jdbc.update(
                            "update " + table + " set removal_time_ = null where removal_time_ is not null"
                                    + " and root_proc_inst_id_ in (" + roots + ")",
                            some.toArray()));
        }
    }

    private record Ended(String rootId, Timestamp endedAt, int days) {}

    @Override
    public void release(String caseNumber) {
        List<Ended> ended = jdbc.query(
                "select p.id_, p.end_time_, d.history_ttl_ from act_hi_procinst p"
                        + " join act_re_procdef d on d.id_ = p.proc_def_id_ where p.business_key_ = ?"
                        + " and p.id_ = p.root_proc_inst_id_ and p.end_time_ is not null and d.history_ttl_ is not null",
                (row, number) -> new Ended(row.getString(1), row.getTimestamp(2), row.getInt(3)),
                caseNumber);
        for (Ended one : ended) {
            Timestamp removal =
                    Timestamp.valueOf(one.endedAt().toLocalDateTime().plus(one.days(), ChronoUnit.DAYS));
            HistoryRemoval.tables()
                    .forEach(table -> jdbc.update(
                            "update " + table + " set removal_time_ = ? where root_proc_inst_id_ = ?",
                            removal,
                            one.rootId()));
        }
    }

    @Override
    public void delete(String caseNumber) {
        List<String> ids = jdbc.queryForList(
                "select id_ from act_hi_procinst where business_key_ = ? and end_time_ is not null",
                String.class,
                caseNumber);
        if (!ids.isEmpty()) {
            ProcessEngine running = engine.get();
            AsPlatform.call(running.getIdentityService(), () -> {
                running.getHistoryService().deleteHistoricProcessInstancesIfExists(ids);
                return ids;
            });
        }
    }
}
