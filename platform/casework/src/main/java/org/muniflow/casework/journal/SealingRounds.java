package org.muniflow.casework.journal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets this node's sealer work every few seconds, on a thread of its own: no slow mail server may keep it waiting. */
final class SealingRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealingRounds.class);
    private static final long LAST_ROUND_SECONDS = 20;

    private final Sealer sealer;
    private final Anchors anchors;
    private final Duration every;
    private @Nullable ScheduledExecutorService rounds;
    private boolean failing;

    SealingRounds(Sealer sealer, Anchors anchors, Duration every) {
        this.sealer = sealer;
        this.anchors = anchors;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (rounds != null || every.isZero()) {
            return;
        }
        ScheduledExecutorService begun = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "muniflow-sealer");
            thread.setDaemon(true);
            return thread;
        });
        begun.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        rounds = begun;
    }

    @Override
    public synchronized void stop() {
        if (rounds == null) {
            return;
        }
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(LAST_ROUND_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The journal's sealer still works while the server stops; it goes on at the next start");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        rounds = null;
        anchors.flush();
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }

    private void round() {
        try {
            sealer.seal();
            failing = false;
        } catch (RuntimeException e) {
            // The next round tries again; steps do not wait for it.
            if (!failing) {
                LOG.warn("The journal cannot be sealed at the moment; this is tried again every {}", every, e);
            }
            failing = true;
        }
    }
}
