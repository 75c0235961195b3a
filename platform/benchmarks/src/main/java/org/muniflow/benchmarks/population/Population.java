package org.muniflow.benchmarks.population;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.muniflow.benchmarks.adapter.Adapter;
import org.muniflow.benchmarks.adapter.PlatformAdapter;
import org.muniflow.benchmarks.measure.Measurement;
import org.muniflow.testkit.City;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a city: five hundred open and five hundred ended cases are worked on for real, and then copied. Asked again, it adds
 * ended cases only.
 */
public final class Population implements Measurement {

    /** So many cases of each state are worked on; all numbers are multiples of it. */
    public static final int STARTED = 500;

    private final Consumer<String> progress;
    private int ended;

    /**
     * Makes the measurement.
     *
     * @param progress hears how far it is
     */
    public Population(Consumer<String> progress) {
        this.progress = progress;
    }

    /** Arguments: the wanted numbers of open and of ended cases. Needs the platform on PostgreSQL. */
    @Override
    public Map<String, Number> measure(Adapter adapter, List<String> arguments) {
        int wantedOpen = Integer.parseInt(arguments.get(0)) / STARTED;
        int wantedEnded = Integer.parseInt(arguments.get(1)) / STARTED;
        CaseCopies copies = new CaseCopies(adapter.dataSource(), progress);
        long start = System.nanoTime();
        if (ended == 0) {
            started(((PlatformAdapter) adapter).city(), JdbcClient.create(adapter.dataSource()));
            copies.remember();
            copies.copy("OPEN", 1, wantedOpen - 1);
            ended = 1;
        }
        copies.copy("ENDED", ended, wantedEnded - 1);
        ended = wantedEnded;
        long size = JdbcClient.create(adapter.dataSource())
                .sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
        return Map.of("nanos", System.nanoTime() - start, "bytes", size);
    }

    private void started(City city, JdbcClient jdbc) {
        progress.accept(STARTED + " open and " + STARTED + " ended cases are worked on");
        StartedCases cases = new StartedCases(city);
        cases.open(STARTED);
        cases.ended(STARTED);
        jdbc.sql("update muniflow.clock set state = 'BREACHED', breached_at = started_at,"
                        + " escalated_to = case when case_number like '%00' then 'finance' end"
                        + " where state = 'RUNNING' and due_on < started_at::date")
                .update();
        jdbc.sql("update muniflow.clock set state = 'BREACHED', breached_at = started_at"
                        + " where state = 'MET' and case_number like '%20'")
                .update();
        jdbc.sql("update muniflow.notice set state = 'SENT', mailed_on = letter_on where state = 'QUEUED'")
                .update();
        progress.accept("lines are sealed and steps of ended cases kept");
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> jdbc.sql("select h.highest_id = (select max(id) from muniflow.journal)"
                                + " and t.seal_number = h.seals and not exists (select 1 from muniflow.journal_gap)"
                                + " from muniflow.journal_head h, muniflow.case_trail_head t")
                        .query(Boolean.class)
                        .single());
    }
}
