package org.muniflow.kernel.modules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.modules.ModuleTable.Row;
import org.muniflow.kernel.spi.ModuleId;
import org.muniflow.kernel.spi.ModuleRefused;
import org.muniflow.kernel.spi.ModuleState.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings this node into line with the table of modules, again and again: what an operation on another node has changed is
 * followed here within seconds, and a publication made there is served here.
 */
final class Convergence {

    private static final Logger LOG = LoggerFactory.getLogger(Convergence.class);

    /** A version that could not be started here is not tried with every round. */
    private static final long TRY_AGAIN_NANOS = Duration.ofMinutes(1).toNanos();

    private final CityLock lock;
    private final ModuleTable table;
    private final ModuleModels models;
    private final NodeModules node;
    private final NodeTable nodes;
    private final NodeLife here;
    private final Duration every;
    private final Map<ModuleId, Failure> failures = new HashMap<>();

    /** At rest here, and not taken down yet. */
    private final Set<ModuleId> resting = new HashSet<>();

    private @Nullable ScheduledExecutorService rounds;

    private record Failure(String sha256, String reason, long at) {}

    Convergence(
            CityLock lock,
            ModuleTable table,
            ModuleModels models,
            NodeModules node,
            NodeTable nodes,
            NodeLife here,
            Duration every) {
        this.lock = lock;
        this.table = table;
        this.models = models;
        this.node = node;
        this.nodes = nodes;
        this.here = here;
        this.every = every;
    }

    /** Begins the rounds, unless they have begun or are switched off. */
    synchronized void begin() {
        if (rounds != null || every.isZero()) {
            return;
        }
        ScheduledExecutorService begun = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "muniflow-modules");
            thread.setDaemon(true);
            return thread;
        });
        begun.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        rounds = begun;
    }

    /** Ends the rounds; one that is under way comes to its end. */
    synchronized void end() {
        if (rounds != null) {
            rounds.shutdown();
            rounds = null;
        }
    }

    private void round() {
        try {
            // An operation on this node may take long; it must not look dead meanwhile.
            nodes.beat();
            lock.unlessBusy(this::converge);
        } catch (RuntimeException | Error failure) {
            // The database may be away for a while; a round that is not caught would be the last.
            LOG.warn("This node could not follow the table of modules; it tries again in {}", every, failure);
        }
    }

    /** Brings this node into line before and after an operation; what fails is left to the next round. */
    void catchUp() {
        try {
            converge();
        } catch (RuntimeException failure) {
            LOG.warn("This node could not follow the table of modules; it tries again", failure);
        }
    }

    /** Brings this node into line once. Call this under the lock of the node. */
    void converge() {
        List<Row> rows = rows();
        Map<ModuleId, List<String>> busy = rest(rows);
        boolean differs = node.running().stream().anyMatch(module -> !wanted(rows, module))
                || running(rows).anyMatch(row -> node.running(row.id()).isEmpty() && !failedLately(row))
                || rows.stream()
                        .map(row -> row.state().name())
                        .anyMatch(name -> !node.isSettled(name, active(rows, name)));
        if (differs) {
            // One node after the other: what listeners write of rights and filters is the whole city's.
            lock.soonInCity("following of the table of modules", this::follow);
        }
        models.connectAll(node.running());
        show(rows, busy);
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>(table.all());
        // Those that take new cases first: nobody else has to speak for them in between.
        rows.sort(Comparator.comparing((Row row) -> !row.leads()));
        return rows;
    }

    private static Stream<Row> running(List<Row> rows) {
        return rows.stream().filter(row -> row.state().state().runs());
    }

    private static boolean wanted(List<Row> rows, RunningModule module) {
        return running(rows)
                .anyMatch(row ->
                        row.id().equals(module.id()) && row.state().sha256().equals(module.sha256()));
    }

    /** Lets come to rest what should not run here any more; answers what does not. This may take long. */
    private Map<ModuleId, List<String>> rest(List<Row> rows) {
        Map<ModuleId, List<String>> busy = new HashMap<>();
        for (RunningModule module : node.running()) {
            if (wanted(rows, module)) {
                goOn(module);
                continue;
            }
            List<String> still = here.settle(module);
            if (still.isEmpty()) {
                resting.add(module.id());
            } else {
                busy.put(module.id(), still);
                LOG.warn("Module {} still runs here: {}", module.id(), still);
            }
        }
        return busy;
    }

    private void goOn(RunningModule module) {
        if (resting.remove(module.id())) {
            here.goOn(module.id());
        }
    }

    private void follow() {
        List<Row> rows = rows();
        for (RunningModule module : node.running()) {
            if (wanted(rows, module)) {
                goOn(module);
            } else if (resting.remove(module.id())) {
                here.unload(module);
            }
        }
        running(rows).forEach(this::enter);
        rows.stream().map(row -> row.state().name()).distinct().forEach(name -> node.settle(name, active(rows, name)));
    }

    private void enter(Row row) {
        if (node.running(row.id()).isPresent() || failedLately(row)) {
            return;
        }
        try {
            here.join(row);
            failures.remove(row.id());
        } catch (ModuleRefused refused) {
            failed(row, refused);
        }
    }

    private boolean failedLately(Row row) {
        Failure failure = failures.get(row.id());
        return failure != null
                && failure.sha256().equals(row.state().sha256())
                && System.nanoTime() - failure.at() < TRY_AGAIN_NANOS;
    }

    /** Keeps a failure of this node alone: the others go on. */
    void failed(Row row, ModuleRefused refused) {
        String reason = String.join(" ", refused.problems());
        failures.put(row.id(), new Failure(row.state().sha256(), reason, System.nanoTime()));
        LOG.error("Module {} could not be started on this node", row.id(), refused);
    }

    private void show(List<Row> rows, Map<ModuleId, List<String>> busy) {
        List<ModuleId> shown = new ArrayList<>(busy.keySet());
        busy.forEach((id, still) -> nodes.show(id, State.STOPPED, String.join(" ", still)));
        failures.keySet().retainAll(running(rows).map(Row::id).toList());
        running(rows).filter(row -> !busy.containsKey(row.id())).forEach(row -> {
            Failure failure = failures.get(row.id());
            if (node.running(row.id()).isPresent()) {
                nodes.show(row.id(), row.state().state(), null);
                shown.add(row.id());
            } else if (failure != null) {
                nodes.show(row.id(), State.FAILED, failure.reason());
                shown.add(row.id());
            }
        });
        nodes.only(shown);
    }

    private static @Nullable String active(List<Row> rows, String name) {
        return rows.stream()
                .filter(row -> row.state().name().equals(name) && row.is(State.ACTIVE))
                .map(row -> row.state().version())
                .findFirst()
                .orElse(null);
    }
}
