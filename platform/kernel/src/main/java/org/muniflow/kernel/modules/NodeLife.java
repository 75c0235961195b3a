package org.muniflow.kernel.modules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.engine.Drain;
import org.muniflow.kernel.modules.ModuleTable.Row;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Takes versions up and down on this node; what they are in the city stays as it is. Call this under the lock of the node. */
final class NodeLife {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLife.class);

    private final ModuleTable table;
    private final JarFiles jars;
    private final ModuleStarter starter;
    private final ModuleModels models;
    private final NodeModules node;
    private final Drain drain;
    private final Duration drainLimit;
    private final TransactionOperations transactions;

    NodeLife(
            ModuleTable table,
            JarFiles jars,
            ModuleStarter starter,
            ModuleModels models,
            NodeModules node,
            Drain drain,
            Duration drainLimit,
            TransactionOperations transactions) {
        this.table = table;
        this.jars = jars;
        this.starter = starter;
        this.models = models;
        this.node = node;
        this.drain = drain;
        this.drainLimit = drainLimit;
        this.transactions = transactions;
    }

    /** Brings a version's code up; it is not connected with its models, and nobody knows of it yet. */
    RunningModule load(Row row) {
        return starter.start(jars.file(row.state()), row.state().sha256());
    }

    /**
     * Lets a version run on this node that runs in the city; nothing of its state changes.
     *
     * @throws ModuleRefused when it cannot start here; nothing of it is left running
     */
    void join(Row row) {
        RunningModule module = load(row);
        try {
            transactions.executeWithoutResult(transaction -> {
                models.connect(module);
                node.enter(module);
                node.settle(module.name(), active(module.name()));
            });
        } catch (RuntimeException | Error failure) {
            undo(module, true, List.of());
            throw refusal(row.id(), failure);
        }
        LOG.info(
                "Module {} runs here, as it is {} in the city",
                row.id(),
                row.state().state());
    }

    /**
     * Takes back what a change that failed has done on this node.
     *
     * @param module the version
     * @param fresh whether the change brought it up
     * @param served the deployments that it served before
     */
    void undo(RunningModule module, boolean fresh, List<String> served) {
        try {
            String name = module.name();
            if (fresh) {
                node.leave(module, active(name));
                models.disconnect(module);
                starter.abandon(module);
            } else {
                models.keep(module, served);
                node.settle(name, active(name));
            }
        } catch (RuntimeException | Error failure) {
            LOG.error("Module {} could not be taken down completely; restart this node", module.id(), failure);
        }
    }

    /** What a failure is called to an operator. */
    static ModuleRefused refusal(ModuleId id, Throwable failure) {
        if (failure instanceof ModuleRefused known) {
            return known;
        }
        ModuleRefused refused = new ModuleRefused(id.toString(), StartFailure.problems(failure));
        refused.initCause(failure);
        return refused;
    }

    /** Lets the jobs of a version come to their end on this node, and takes no more. */
    void rest(ModuleId id) {
        List<String> busy = drain.drain(id, drainLimit);
        if (!busy.isEmpty()) {
            List<String> problems = new ArrayList<>(busy);
            problems.add(
                    0,
                    "It did not come to rest within " + drainLimit.toSeconds()
                            + " seconds and goes on; try again when this is done:");
            throw new ModuleRefused(id.toString(), problems);
        }
    }

    /**
     * Lets a version come to rest on this node that has no business here any more.
     *
     * @return one sentence for each thing that still runs; empty when it is at rest
     */
    List<String> settle(RunningModule module) {
        return drain.drain(module.id(), drainLimit);
    }

    /** Lets a version at rest go on, since it should run again by now. */
    void goOn(ModuleId module) {
        drain.goOn(module);
    }

    /** Takes a version down on this node that has come to rest. */
    void unload(RunningModule module) {
        node.leave(module, active(module.name()));
        models.disconnect(module);
        starter.stop(module);
    }

    /** Takes a version down as this node ends, when no job runs any more; the city's truth stays as it is. */
    void end(RunningModule module) {
        models.disconnect(module);
        starter.stop(module);
    }

    /** The version of a module that takes new cases and runs; null when none does. */
    @Nullable
    String active(String name) {
        return table.all().stream()
                .filter(row -> row.state().name().equals(name) && row.is(State.ACTIVE))
                .map(row -> row.state().version())
                .findFirst()
                .orElse(null);
    }
}
