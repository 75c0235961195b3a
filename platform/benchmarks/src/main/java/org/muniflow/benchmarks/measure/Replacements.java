package org.muniflow.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muniflow.benchmarks.adapter.Adapter;
import org.muniflow.benchmarks.adapter.PlatformAdapter;
import org.muniflow.benchmarks.department.DepartmentJar;
import org.muniflow.benchmarks.workload.CaseWork;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleOperations;
import org.muniflow.kernel.spi.Modules;

/** Replaces a department many times, retires what was replaced, and looks for what stays in memory. */
public final class Replacements implements Measurement {

    private static final int SETTLED = 10;
    private static final int CASES = 3;

    /** Makes the measurement. */
    public Replacements() {}

    /** Argument: number of replacements. Needs the platform. */
    @Override
    public Map<String, Number> measure(Adapter adapter, List<String> arguments) {
        int rounds = Integer.parseInt(arguments.get(0));
        PlatformAdapter platform = (PlatformAdapter) adapter;
        ModuleOperations operations = platform.city().bean(ModuleOperations.class);
        Modules modules = platform.city().bean(Modules.class);
        CaseWork work = new CaseWork(adapter.engine());
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        long settled = 0;
        for (int i = 1; i <= rounds + SETTLED; i++) {
            ModuleId before = new ModuleId("refunds", i == 1 ? "1.0.0" : "2.0." + (i - 1));
            modules.find(before).ifPresent(old -> loaders.add(new WeakReference<>(old.classLoader())));
            adapter.replace(DepartmentJar.refunds(), "2.0." + i);
            for (int one = 0; one < CASES; one++) {
                work.straight();
            }
            operations.retire(before, "benchmarks");
            if (i == SETTLED) {
                settled = metaspace();
            }
        }
        long end = metaspace();
        long alive = loaders.stream().filter(loader -> loader.get() != null).count();
        return Map.of("settledBytes", settled, "endBytes", end, "loaders", loaders.size(), "loadersAlive", alive);
    }

    private static long metaspace() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
                .sum();
    }
}
