package org.muniflow.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.muniflow.benchmarks.adapter.Adapter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The processor time that an application has used: its own JVM's and that of its PostgreSQL connections. */
final class Processor {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Linux counts processor time in hundredths of a second. */
    private static final long TICK = 10_000_000;

    private Processor() {}

    /**
     * Reads the time.
     *
     * @param adapter the application
     * @return nanoseconds since it started
     */
    static long nanos(Adapter adapter) {
        return SYSTEM.getProcessCpuTime() + database(adapter);
    }

    private static long database(Adapter adapter) {
        JdbcClient database = JdbcClient.create(adapter.dataSource());
        if (!adapter.isPostgres()) {
            return 0;
        }
        List<Integer> backends = database.sql("select pid from pg_stat_activity where datname = current_database()")
                .query(Integer.class)
                .list();
        return backends.stream().mapToLong(Processor::ticks).sum() * TICK;
    }

    private static long ticks(int process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException gone) {
            return 0;
        }
    }
}
