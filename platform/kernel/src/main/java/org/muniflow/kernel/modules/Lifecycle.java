package org.muniflow.kernel.modules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.engine.Drain;
import org.muniflow.kernel.modules.CityOffers.Lack;
import org.muniflow.kernel.modules.ModuleTable.Row;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes versions from one state to another. Models, start subscriptions, suspensions, the table of modules and what
 * listeners write change in one transaction, so that a change that fails leaves the city as it was. Call this under the
 * lock of the city.
 */
final class Lifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final ModuleTable table;
    private final JarFiles jars;
    private final ModuleStarter starter;
    private final ModuleModels models;
    private final Suspensions suspensions;
    private final NodeModules node;
    private final Drain drain;
    private final Duration drainLimit;
    private final CityOffers offers;
    private final TransactionOperations transactions;

    Lifecycle(
            ModuleTable table,
            JarFiles jars,
            ModuleStarter starter,
            ModuleModels models,
            Suspensions suspensions,
            NodeModules node,
            Drain drain,
            Duration drainLimit,
            CityOffers offers,
            TransactionOperations transactions) {
        this.table = table;
        this.jars = jars;
        this.starter = starter;
        this.models = models;
        this.suspensions = suspensions;
        this.node = node;
        this.drain = drain;
        this.drainLimit = drainLimit;
        this.offers = offers;
        this.transactions = transactions;
    }

    /** Makes a version take the new cases, in place of the one that did. */
    void activate(Row row, String by) {
        run(row, State.ACTIVE, by);
    }

    /** Lets a version that does not run go on with its cases. */
    void resume(Row row, String by) {
        run(row, State.DRAINING, by);
    }

    private void run(Row row, State target, String by) {
        ModuleId id = row.id();
        @Nullable RunningModule present = node.running(id).orElse(null);
        Set<Lack> before = offers.lacks();
        RunningModule module = present != null ? present : load(row, by);
        List<String> served = module.deployments();
        try {
            transactions.executeWithoutResult(transaction -> {
                engage(module, target, by);
                if (present == null) {
                    node.enter(module);
                }
                refuseLosses(id, before);
                node.settle(id.name(), active(id.name()));
            });
        } catch (RuntimeException | Error failure) {
            // Errors too: listeners run the module's own code, and whatever it throws, the city must be as it was.
            undo(module, present == null, served);
            throw failed(row, present == null, failure, by);
        }
        LOG.info("Module {} is {}", id, target);
    }

    /** A version that provides less than the one before it must not take away what others require. */
    private void refuseLosses(ModuleId id, Set<Lack> before) {
        List<String> lost = offers.lacks().stream()
                .filter(lack -> !before.contains(lack) && !lack.module().equals(id))
                .map(lack -> lack + ", which the version before provides and this one does not; provide it, or retire "
                        + lack.module().name() + " first.")
                .sorted()
                .toList();
        if (!lost.isEmpty()) {
            throw new ModuleRefused(id.toString(), lost);
        }
    }

    private void engage(RunningModule module, State target, String by) {
        ModuleId id = module.id();
        models.connect(module);
        @Nullable String note = null;
        if (target == State.ACTIVE) {
            if (models.mustDeploy(id)) {
                note = models.leftBehind(module).orElse(null);
                models.deploy(module, by);
            }
            for (Row other : table.all()) {
                if (other.state().name().equals(id.name()) && !other.id().equals(id)) {
                    makeWay(other, by);
                }
            }
            suspensions.open(module.deployments());
        } else {
            suspensions.close(module.deployments());
        }
        table.mark(id, target, null, note, by);
    }

    private void makeWay(Row other, String by) {
        if (other.is(State.ACTIVE)) {
            table.mark(other.id(), State.DRAINING, null, null, by);
        } else if (other.leads()) {
            table.mark(
                    other.id(),
                    other.state().state(),
                    State.DRAINING,
                    other.state().reason(),
                    by);
        }
        suspensions.close(models.deployments(other.id()));
    }

    private RunningModule load(Row row, String by) {
        // Seen by others while a migration runs.
        if (row.is(State.INSTALLED, State.STOPPED, State.FAILED)) {
            transactions.executeWithoutResult(
                    transaction -> table.mark(row.id(), State.RESOLVED, row.resumes(), null, by));
        }
        try {
            return starter.start(jars.file(row.state()), row.state().sha256());
        } catch (RuntimeException | Error failure) {
            throw failed(row, true, failure, by);
        }
    }

    private void undo(RunningModule module, boolean fresh, List<String> served) {
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

    /**
     * Lets a version run on this node that runs in the city; nothing of its state changes.
     *
     * @throws ModuleRefused when it cannot start here; nothing of it is left running
     */
    void join(Row row) {
        RunningModule module = starter.start(jars.file(row.state()), row.state().sha256());
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

    /** Marks a version FAILED that should run and could not be started on any node. */
    void failedEverywhere(Row row, ModuleRefused refused, String by) {
        failed(row, true, refused, by);
    }

    private ModuleRefused failed(Row row, boolean fresh, Throwable failure, String by) {
        ModuleRefused refused = refusal(row.id(), failure);
        boolean stays = row.state().state().runs() && !fresh || row.is(State.RETIRED);
        if (!stays) {
            State resumes = row.state().state().runs() ? row.state().state() : row.resumes();
            String reason = String.join(" ", refused.problems());
            transactions.executeWithoutResult(transaction -> table.mark(row.id(), State.FAILED, resumes, reason, by));
        }
        LOG.error("Module {} did not start", row.id(), failure);
        return refused;
    }

    private static ModuleRefused refusal(ModuleId id, Throwable failure) {
        if (failure instanceof ModuleRefused known) {
            return known;
        }
        ModuleRefused refused = new ModuleRefused(id.toString(), StartFailure.problems(failure));
        refused.initCause(failure);
        return refused;
    }

    /** Lets a version take no new cases. */
    void drain(Row row, String by) {
        String name = row.state().name();
        try {
            transactions.executeWithoutResult(transaction -> {
                suspensions.close(models.deployments(row.id()));
                table.mark(row.id(), State.DRAINING, null, null, by);
                node.settle(name, null);
            });
        } catch (RuntimeException | Error failure) {
            node.settle(name, row.state().version());
            throw refusal(row.id(), failure);
        }
    }

    /** Stops a version for a while. */
    void stop(Row row, String by) {
        rest(row.id());
        try {
            transactions.executeWithoutResult(transaction ->
                    table.mark(row.id(), State.STOPPED, row.state().state(), null, by));
        } catch (RuntimeException failure) {
            drain.goOn(row.id());
            throw failure;
        }
        node.running(row.id()).ifPresent(this::unload);
    }

    /** Stops a version for good. */
    void retire(Row row, Runnable guard, String by) {
        rest(row.id());
        try {
            transactions.executeWithoutResult(transaction -> {
                // First, so that no case begins after the guard has looked.
                suspensions.close(models.deployments(row.id()));
                guard.run();
                table.mark(row.id(), State.RETIRED, null, null, by);
            });
        } catch (RuntimeException refused) {
            drain.goOn(row.id());
            throw refused;
        }
        node.running(row.id()).ifPresent(this::unload);
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
    void goOn(RunningModule module) {
        drain.goOn(module.id());
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
    private @Nullable String active(String name) {
        return table.all().stream()
                .filter(row -> row.state().name().equals(name) && row.is(State.ACTIVE))
                .map(row -> row.state().version())
                .findFirst()
                .orElse(null);
    }
}
