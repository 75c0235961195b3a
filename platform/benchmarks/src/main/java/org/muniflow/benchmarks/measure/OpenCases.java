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

/**
 * Starts cases that wait at a task with a clock; every tenth task is claimed. Beyond the first thousands the rows of the
 * platform's own tables are copied, since the measured lists read no others.
 */
public final class OpenCases implements Measurement {

    private static final int AT_ONCE = 200;
    private static final int STARTED = 2_000;
    private static final List<String> COPIES = List.of("""
            insert into muniflow.case_file
            select 'OBJC-' || (2026 + k) || substr(case_number, 10), process_key, process_instance_id || '-' || k, record_id,
                'Objection of household ' || lpad((substr(title, 24, 6)::int + k * 2000)::text, 6, '0') || substr(title, 30),
                received_on, state, outcome, started_at + k * interval '1 day', ended_at
            from muniflow.case_file, generate_series(1, %d) k""", """
            insert into muniflow.work_item
            select task_id || '-' || k, group_id, first_row, 'OBJC-' || (2026 + k) || substr(case_number, 10), process_key,
                process_instance_id || '-' || k, element_id, name, assignee, due_at, created_at
            from muniflow.work_item, generate_series(1, %d) k""", """
            insert into muniflow.clock
                (id, case_number, clock_id, title, source, source_id, element_name, trigger_on, due_on, computation, cites,
                 escalation_group, state, act_on, keyed_late, note, started_at, settled_at, process_key)
            select gen_random_uuid(), 'OBJC-' || (2026 + k) || substr(case_number, 10), clock_id, title, source,
                source_id || '-' || k, element_name, trigger_on, due_on, computation, cites, escalation_group, state, act_on,
                keyed_late, note, started_at, settled_at, process_key
            from muniflow.clock, generate_series(1, %d) k""");
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
        int started = Math.min(wanted, STARTED);
        for (int i = 0; i < started; i += AT_ONCE) {
            int first = i;
            together.executeWithoutResult(status -> {
                for (int n = first; n < Math.min(first + AT_ONCE, started); n++) {
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
        if (wanted > started) {
            COPIES.forEach(
                    copy -> database.sql(copy.formatted(wanted / started - 1)).update());
        }
        database.sql("update muniflow.work_item set assignee = 'clerk' where case_number like '%0'")
                .update();
        if (adapter.isPostgres()) {
            database.sql("analyze").update();
        }
        return Map.of("cases", wanted, "nanos", System.nanoTime() - start);
    }
}
