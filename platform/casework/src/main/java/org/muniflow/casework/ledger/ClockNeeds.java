package org.muniflow.casework.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniflow.casework.cases.VersionCases;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleNeed;
import org.muniflow.kernel.spi.ModuleNeeds;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Clocks that run for a version's cases, also for those that have ended: an act within the time, an appeal for example, reopens
 * the case on the models it began with.
 */
final class ClockNeeds implements ModuleNeeds {

    private static final int EXAMPLES = 5;

    private final JdbcClient jdbc;
    private final VersionCases cases;

    ClockNeeds(JdbcClient jdbc, VersionCases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    @Override
    public List<ModuleNeed> find(ModuleId module, Collection<String> deployments, boolean last) {
        Map<String, Integer> running = new LinkedHashMap<>();
        jdbc.sql(
                        "select case_number, count(*) from muniflow.clock where state in ('RUNNING', 'PAUSED') and settled_at is null"
                                + " group by case_number order by case_number")
                .query(row -> {
                    running.put(row.getString(1), row.getInt(2));
                });
        Set<String> mine = cases.among(deployments, running.keySet());
        long count = mine.stream().mapToLong(running::get).sum();
        if (count == 0) {
            return List.of();
        }
        List<String> examples = mine.stream().limit(EXAMPLES).toList();
        return List.of(new ModuleNeed(
                ModuleNeed.Kind.CLOCKS,
                count,
                examples,
                count + (count == 1 ? " clock of the law runs" : " clocks of the law run") + " for its cases ("
                        + String.join(", ", examples) + (mine.size() > examples.size() ? ", …" : "")
                        + "); wait until the act is recorded or the last day has passed."));
    }
}
