package org.muniflow.kernel.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.muniflow.kernel.modules.ModuleTable.Row;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Starts this node with what the table says. A module that fails does not keep the others from starting. */
final class Boot {

    private static final Logger LOG = LoggerFactory.getLogger(Boot.class);
    private static final String BY = "muniflow";

    private final ModuleTable table;
    private final JarFiles jars;
    private final ModuleModels models;
    private final NodeModules node;
    private final NodeTable nodes;
    private final NodeLife here;
    private final Lifecycle lifecycle;
    private final Installation installation;
    private final Convergence convergence;
    private final TransactionOperations transactions;

    Boot(
            ModuleTable table,
            JarFiles jars,
            ModuleModels models,
            NodeModules node,
            NodeTable nodes,
            NodeLife here,
            Lifecycle lifecycle,
            Installation installation,
            Convergence convergence,
            TransactionOperations transactions) {
        this.table = table;
        this.jars = jars;
        this.models = models;
        this.node = node;
        this.nodes = nodes;
        this.here = here;
        this.lifecycle = lifecycle;
        this.installation = installation;
        this.convergence = convergence;
        this.transactions = transactions;
    }

    /** Starts what runs in the city, and tries again what failed while it had cases. Call this under the city's lock. */
    void start() {
        nodes.beat();
        models.keepOneDeploymentRegistered();
        List<Row> rows = new ArrayList<>(table.all());
        // Those that take new cases first: nobody else has to speak for them in between.
        rows.sort(Comparator.comparing((Row row) -> !row.leads()));
        for (Row row : inOrder(rows)) {
            boolean wanted = row.lives() && !row.is(State.STOPPED) || row.is(State.RESOLVED);
            if (wanted && node.running(row.id()).isEmpty()) {
                try {
                    start(row);
                } catch (ModuleRefused refused) {
                    LOG.error("Module {} did not start; the others go on", row.id(), refused);
                }
            }
        }
        installation.settle(BY);
        convergence.converge();
    }

    /** Providers before those that require them; in a circle, which upgrades may have closed, anyone first. */
    private List<Row> inOrder(List<Row> rows) {
        List<Row> left = new ArrayList<>(rows);
        List<Row> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Row next = left.stream()
                    .filter(row -> left.stream().noneMatch(other -> !other.equals(row) && requires(row, other)))
                    .findFirst()
                    .orElse(left.get(0));
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private boolean requires(Row row, Row other) {
        Set<String> provided = jars.manifest(other.state()).provides();
        return other.leads()
                && jars.manifest(row.state()).requirements().stream()
                        .anyMatch(requirement ->
                                requirement.kind() == Requirement.Kind.PROCESS && provided.contains(requirement.id()));
    }

    private void start(Row row) {
        if (!row.state().state().runs()) {
            installation.begin(row, BY);
            return;
        }
        transactions.executeWithoutResult(transaction -> models.adopt(row.id(), BY));
        if (models.deployments(row.id()).isEmpty()) {
            installation.begin(row, BY);
            return;
        }
        try {
            here.join(row);
        } catch (ModuleRefused refused) {
            if (nodes.runsElsewhere(row.id())) {
                convergence.failed(row, refused);
            } else {
                lifecycle.failedEverywhere(row, refused, BY);
            }
        }
    }
}
