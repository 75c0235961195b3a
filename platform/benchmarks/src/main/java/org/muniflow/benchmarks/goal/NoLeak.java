package org.muniflow.benchmarks.goal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.muniflow.benchmarks.adapter.DatabaseServer;
import org.muniflow.benchmarks.run.Application;
import org.muniflow.benchmarks.run.Finding;
import org.muniflow.benchmarks.run.Spread;
import org.muniflow.testkit.Database;

/** G6: many replacements leave the memory for classes as it was. */
public final class NoLeak implements Goal {

    /** Makes the goal. */
    public NoLeak() {}

    @Override
    public List<Finding> measure(Effort effort) {
        // Soft references are dropped at once, as they are in a heap without room.
        try (DatabaseServer server = DatabaseServer.start(Database.H2);
                Application platform =
                        Application.start("platform", server.database(), "-XX:SoftRefLRUPolicyMSPerMB=0")) {
            int rounds = effort.of(200, 15);
            JsonNode found = platform.ask("replacements " + rounds);
            double settled = found.get("settledBytes").asDouble();
            double end = found.get("endBytes").asDouble();
            return List.of(
                    Finding.atMost(
                            "G6",
                            "metaspace after " + rounds + " more replacements",
                            "MiB",
                            Spread.of(settled / 1024 / 1024),
                            Spread.of(end / 1024 / 1024),
                            Spread.of(end / settled),
                            1.1,
                            1.05),
                    Finding.atMost(
                            "G6",
                            "class loaders of replaced versions still alive",
                            "of " + found.get("loaders").asInt(),
                            Spread.of(0),
                            Spread.of(found.get("loadersAlive").asDouble()),
                            Spread.of(found.get("loadersAlive").asDouble()),
                            0,
                            null));
        }
    }
}
