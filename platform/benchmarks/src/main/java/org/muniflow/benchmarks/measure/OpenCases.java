package org.muniflow.benchmarks.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muniflow.api.casework.Cases;
import org.muniflow.benchmarks.adapter.Adapter;
import org.muniflow.benchmarks.adapter.PlatformAdapter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts cases that wait at a task with a clock; every third task is claimed. */
public final class OpenCases implements Measurement {

    private static final int AT_ONCE = 200;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    /** Makes the measurement. */
    public OpenCases() {}

    /** Argument: number of cases. Needs the platform. */
    @Override
    public Map<String, Number> measure(Adapter adapter, List<String> arguments) {
        int wanted = Integer.parseInt(arguments.get(0));
        PlatformAdapter platform = (PlatformAdapter) adapter;
        Cases cases = platform.city().bean(Cases.class);
        TransactionTemplate together = new TransactionTemplate(platform.city().bean(PlatformTransactionManager.class));
        long start = System.nanoTime();
        for (int i = 0; i < wanted; i += AT_ONCE) {
            int first = i;
            together.executeWithoutResult(status -> {
                for (int n = first; n < Math.min(first + AT_ONCE, wanted); n++) {
                    LocalDate received = FIRST.plusDays(n % 90);
                    cases.start(
                            "objection",
                            "record-" + n,
                            String.format(Locale.ROOT, "Objection of household %06d in ward %d", n, n % 7),
                            received,
                            Map.of("receivedOn", received));
                }
            });
        }
        JdbcClient database = JdbcClient.create(adapter.dataSource());
        database.sql("update muniflow.work_item set assignee = 'clerk' where case_number like '%0'")
                .update();
        if (adapter.isPostgres()) {
            database.sql("analyze").update();
        }
        return Map.of("cases", wanted, "nanos", System.nanoTime() - start);
    }
}
