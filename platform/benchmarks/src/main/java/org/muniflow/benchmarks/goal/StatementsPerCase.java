package org.muniflow.benchmarks.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.muniflow.benchmarks.adapter.Adapter;
import org.muniflow.benchmarks.adapter.BareAdapter;
import org.muniflow.benchmarks.adapter.DatabaseServer;
import org.muniflow.benchmarks.adapter.PlatformAdapter;
import org.muniflow.benchmarks.department.DepartmentJar;
import org.muniflow.benchmarks.run.Finding;
import org.muniflow.benchmarks.run.Spread;
import org.muniflow.benchmarks.workload.CaseWork;
import org.muniflow.testkit.Database;
import org.muniflow.testkit.Traffic;

/** G1: the statements of a case beside the bare engine, counted; the build's exact test pins the same numbers. */
public final class StatementsPerCase implements Goal {

    /** Makes the goal. */
    public StatementsPerCase() {}

    private record Workload(String name, Function<CaseWork, Callable<?>> work, double most, double stretch) {}

    private static final List<Workload> WORKLOADS = List.of(
            new Workload("W1", work -> work::straight, 5, 3), new Workload("W2", work -> work::withTask, 10, 6));

    @Override
    public List<Finding> measure(Effort effort) {
        List<Finding> findings = new ArrayList<>();
        for (Database kind : List.of(Database.POSTGRESQL, Database.H2)) {
            Traffic traffic = new Traffic();
            try (DatabaseServer server = DatabaseServer.start(kind);
                    Adapter bare = BareAdapter.open(server.database(), traffic);
                    Adapter platform = PlatformAdapter.open(server.database(), traffic)) {
                for (Adapter adapter : List.of(bare, platform)) {
                    adapter.replace(DepartmentJar.refunds(), "1.0.0");
                }
                for (Workload workload : WORKLOADS) {
                    double plain = count(traffic, bare, workload);
                    double city = count(traffic, platform, workload);
                    findings.add(Finding.atMost(
                            "G1",
                            workload.name() + " on " + (kind == Database.H2 ? "H2" : "PostgreSQL")
                                    + ", statements of a case, surplus",
                            "statements",
                            Spread.of(plain),
                            Spread.of(city),
                            Spread.of(city - plain),
                            workload.most(),
                            workload.stretch()));
                }
            }
        }
        return findings;
    }

    private static double count(Traffic traffic, Adapter adapter, Workload workload) {
        Callable<?> oneCase = workload.work().apply(new CaseWork(adapter.engine()));
        try {
            oneCase.call();
            oneCase.call();
            return traffic.of(oneCase).statements().size();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
