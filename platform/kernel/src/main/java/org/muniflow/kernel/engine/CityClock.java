package org.muniflow.kernel.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of the city, in its zone, America/Chicago. It runs with the system; tests set it, and the engine's own
 * clock (timers, creation dates, locks of jobs) follows. A clock that has been set stands still until it is set, moved
 * or released.
 *
 * <p>The engine has one clock for the whole JVM: only one {@code CityClock} of a JVM should be set.
 */
public final class CityClock extends Clock {

    /** The zone in which the city's days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private final ZoneId zone;
    private final Hand hand;

    /** Where the clock stands; shared by its copies in other zones. */
    private static final class Hand {
        private volatile @Nullable Instant at;
    }

    /** Makes a clock that runs with the system. */
    public CityClock() {
        this(ZONE, new Hand());
    }

    private CityClock(ZoneId zone, Hand hand) {
        this.zone = zone;
        this.hand = hand;
    }

    /**
     * Sets the clock, which then stands still.
     *
     * @param instant the new now
     */
    public void set(Instant instant) {
        hand.at = instant;
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    /**
     * Moves the clock on from where it is; it then stands still.
     *
     * @param duration how far
     */
    public void advance(Duration duration) {
        set(instant().plus(duration));
    }

    /** Lets the clock run with the system again. */
    public void release() {
        hand.at = null;
        ClockUtil.reset();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new CityClock(other, hand);
    }

    @Override
    public Instant instant() {
        Instant at = hand.at;
        return at != null ? at : Clock.systemUTC().instant();
    }
}
