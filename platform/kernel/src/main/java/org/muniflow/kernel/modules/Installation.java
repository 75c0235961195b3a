package org.muniflow.kernel.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.modules.ModuleTable.Row;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Brings versions into the city and out of it. Call this under the lock of the city. */
final class Installation {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final ModuleTable table;
    private final JarFiles jars;
    private final ModuleModels models;
    private final NodeModules node;
    private final NodeLife here;
    private final Lifecycle lifecycle;
    private final CityOffers offers;
    private final ChangeLog log;
    private final TransactionOperations transactions;

    Installation(
            ModuleTable table,
            JarFiles jars,
            ModuleModels models,
            NodeModules node,
            NodeLife here,
            Lifecycle lifecycle,
            CityOffers offers,
            ChangeLog log,
            TransactionOperations transactions) {
        this.table = table;
        this.jars = jars;
        this.models = models;
        this.node = node;
        this.here = here;
        this.lifecycle = lifecycle;
        this.offers = offers;
        this.log = log;
        this.transactions = transactions;
    }

    /** Takes a jar in; true when this very jar was there already. */
    boolean install(ModuleManifest manifest, byte[] content, String by) {
        ModuleId id = manifest.moduleId();
        String sha256 = JarFiles.sha256(content);
        Row known = table.find(id).orElse(null);
        if (known != null && known.state().sha256().equals(sha256)) {
            if (known.is(State.INSTALLED, State.RESOLVED, State.FAILED)) {
                begin(known, by);
            }
            return true;
        }
        checkKeys(manifest);
        if (known != null) {
            checkReplaceable(known);
            node.running(id).ifPresent(running -> {
                here.rest(id);
                here.unload(running);
            });
        }
        transactions.executeWithoutResult(transaction -> {
            table.store(id, content, sha256, known == null ? null : resumes(known), by);
            models.replaced(id);
        });
        begin(table.find(id).orElseThrow(), by);
        return false;
    }

    private static @Nullable State resumes(Row row) {
        return row.state().state().runs() ? row.state().state() : row.resumes();
    }

    /** A process key belongs to one module; that of a version that could never be started is free. */
    private void checkKeys(ModuleManifest manifest) {
        List<String> problems = new ArrayList<>();
        for (Row other : table.all()) {
            boolean foreign = !other.state().name().equals(manifest.name());
            if (foreign && !(other.is(State.FAILED) && !other.lives())) {
                jars.manifest(other.state()).provides().stream()
                        .filter(manifest.provides()::contains)
                        .map(key -> "Process " + key + " belongs to module "
                                + other.state().name() + " already; give yours another key.")
                        .filter(problem -> !problems.contains(problem))
                        .forEach(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new ModuleRefused(manifest.id(), problems);
        }
    }

    private void checkReplaceable(Row known) {
        boolean development = known.state().version().endsWith("-SNAPSHOT");
        if (!development && !models.deployments(known.id()).isEmpty()) {
            throw new ModuleRefused(
                    known.id().toString(),
                    List.of("This version is already installed with other content (SHA-256 "
                            + known.state().sha256() + "); raise Plugin-Version."));
        }
    }

    /** Starts what was STOPPED, FAILED or waits for something. */
    void start(Row row, String by) {
        List<String> reasons = waitsFor(row);
        if (!reasons.isEmpty()) {
            throw new ModuleRefused(row.id().toString(), reasons);
        }
        begin(row, by);
    }

    void activate(Row row, String by) {
        List<String> missing = offers.missing(row);
        if (!missing.isEmpty()) {
            throw new ModuleRefused(row.id().toString(), missing);
        }
        lifecycle.activate(row, by);
    }

    /** Starts a version if it may be started now; else it stays as it is, with the reason. */
    void begin(Row row, String by) {
        List<String> reasons = waitsFor(row);
        if (!reasons.isEmpty() && row.resumes() == null) {
            wait(row, String.join(" ", reasons), by);
        } else if (!reasons.isEmpty()) {
            throw new ModuleRefused(row.id().toString(), reasons);
        } else if (row.resumes() == State.DRAINING) {
            lifecycle.resume(row, by);
        } else {
            lifecycle.activate(row, by);
        }
    }

    /** One sentence for each reason not to start a version now; empty when it may be started. */
    private List<String> waitsFor(Row row) {
        if (row.resumes() == State.DRAINING) {
            return List.of();
        }
        List<String> reasons = offers.missing(row);
        if (row.resumes() == null) {
            newer(row, Row::lives)
                    .ifPresent(newer -> reasons.add(
                            0,
                            "Version " + newer.state().version() + ", which is newer, is "
                                    + newer.state().state()
                                    + "; activate this one to let it take the new cases instead."));
        }
        return reasons;
    }

    private void wait(Row row, String reason, String by) {
        if (!row.is(State.INSTALLED) || !reason.equals(row.state().reason())) {
            transactions.executeWithoutResult(transaction -> table.mark(row.id(), State.INSTALLED, null, reason, by));
        }
    }

    private Optional<Row> newer(Row row, Predicate<Row> which) {
        return table.all().stream()
                .filter(other -> other.state().name().equals(row.state().name()))
                .filter(other -> other.id().compareTo(row.id()) > 0)
                .filter(which)
                .findFirst();
    }

    /** Starts what waited for something that is there now, until nothing more can be started. */
    void settle(String by) {
        boolean again = true;
        while (again) {
            again = false;
            for (Row row : table.all()) {
                // An older version never takes over by itself.
                boolean waits = row.is(State.INSTALLED)
                        && newer(row, other -> !models.deployments(other.id()).isEmpty())
                                .isEmpty();
                if (waits && started(row, by)) {
                    again = true;
                }
            }
        }
    }

    private boolean started(Row row, String by) {
        try {
            begin(row, by);
            boolean started = table.find(row.id()).orElseThrow().is(State.ACTIVE);
            if (started) {
                log.add(row.id(), by, "start", "ACTIVE: what it waited for has come");
            }
            return started;
        } catch (ModuleRefused refused) {
            LOG.error("Module {} did not start when what it waited for had come", row.id(), refused);
            log.add(row.id(), by, "start", "refused: " + String.join(" ", refused.problems()));
            return false;
        }
    }

    /** Removes a version. */
    void remove(Row row, Runnable guard) {
        if (row.is(State.FAILED) && !models.deployments(row.id()).isEmpty()) {
            throw new ModuleRefused(
                    row.id().toString(), List.of("It has taken cases; retire it first, then uninstall it."));
        }
        transactions.executeWithoutResult(transaction -> {
            guard.run();
            models.delete(row.id());
            table.delete(row.id());
        });
    }

    String publish(Row row, Map<String, byte[]> files, String by) {
        RunningModule module = node.running(row.id())
                .orElseThrow(() -> new ModuleRefused(
                        row.id().toString(), List.of("It is just being started here; try again in a few seconds.")));
        List<String> served = module.deployments();
        try {
            return Objects.requireNonNull(transactions.execute(transaction -> models.publish(module, files, by)));
        } catch (RuntimeException refused) {
            models.keep(module, served);
            throw refused;
        }
    }
}
