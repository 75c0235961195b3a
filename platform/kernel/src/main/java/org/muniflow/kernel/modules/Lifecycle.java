package org.muniflow.kernel.modules;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final ModuleModels models;
    private final Suspensions suspensions;
    private final NodeModules node;
    private final NodeLife here;
    private final CityOffers offers;
    private final ChangeLog log;
    private final TransactionOperations transactions;

    Lifecycle(
            ModuleTable table,
            ModuleModels models,
            Suspensions suspensions,
            NodeModules node,
            NodeLife here,
            CityOffers offers,
            ChangeLog log,
            TransactionOperations transactions) {
        this.table = table;
        this.models = models;
        this.suspensions = suspensions;
        this.node = node;
        this.here = here;
        this.offers = offers;
        this.log = log;
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
                node.settle(id.name(), here.active(id.name()));
            });
        } catch (RuntimeException | Error failure) {
            // Errors too: listeners run the module's own code, and whatever it throws, the city must be as it was.
            here.undo(module, present == null, served);
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
                    makeWay(other, id.version(), by);
                }
            }
            suspensions.open(module.deployments());
        } else {
            suspensions.close(module.deployments());
        }
        table.mark(id, target, null, note, by);
    }

    private void makeWay(Row other, String version, String by) {
        if (other.is(State.ACTIVE)) {
            table.mark(other.id(), State.DRAINING, null, null, by);
            log.add(other.id(), by, "drain", "DRAINING: " + version + " takes the new cases");
        } else if (other.leads()) {
            table.mark(
                    other.id(),
                    other.state().state(),
                    State.DRAINING,
                    other.state().reason(),
                    by);
            log.add(
                    other.id(),
                    by,
                    "drain",
                    other.state().state() + ": " + version
                            + " takes the new cases, also when this one is started again");
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
            return here.load(row);
        } catch (RuntimeException | Error failure) {
            throw failed(row, true, failure, by);
        }
    }

    /** Marks a version FAILED that should run and could not be started on any node. */
    void failedEverywhere(Row row, ModuleRefused refused, String by) {
        failed(row, true, refused, by);
    }

    private ModuleRefused failed(Row row, boolean fresh, Throwable failure, String by) {
        ModuleRefused refused = NodeLife.refusal(row.id(), failure);
        boolean stays = row.state().state().runs() && !fresh || row.is(State.RETIRED);
        if (!stays) {
            State resumes = row.state().state().runs() ? row.state().state() : row.resumes();
            String reason = String.join(" ", refused.problems());
            transactions.executeWithoutResult(transaction -> table.mark(row.id(), State.FAILED, resumes, reason, by));
        }
        LOG.error("Module {} did not start", row.id(), failure);
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
            throw NodeLife.refusal(row.id(), failure);
        }
    }

    /** Stops a version for a while. */
    void stop(Row row, String by) {
        here.rest(row.id());
        try {
            transactions.executeWithoutResult(transaction ->
                    table.mark(row.id(), State.STOPPED, row.state().state(), null, by));
        } catch (RuntimeException failure) {
            here.goOn(row.id());
            throw failure;
        }
        node.running(row.id()).ifPresent(here::unload);
    }

    /** Stops a version for good. */
    void retire(Row row, Runnable guard, String by) {
        here.rest(row.id());
        try {
            transactions.executeWithoutResult(transaction -> {
                // First, so that no case begins after the guard has looked.
                suspensions.close(models.deployments(row.id()));
                guard.run();
                table.mark(row.id(), State.RETIRED, null, null, by);
            });
        } catch (RuntimeException refused) {
            here.goOn(row.id());
            throw refused;
        }
        node.running(row.id()).ifPresent(here::unload);
    }
}
