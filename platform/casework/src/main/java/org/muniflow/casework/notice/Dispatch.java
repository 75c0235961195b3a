package org.muniflow.casework.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sends what is queued as e-mail. A notice leaves the queue only when the mail server has accepted it; a try that ended
 * without word (a crash) is repeated under the same Message-ID and marked "possibly sent twice".
 */
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration ABANDONED = Duration.ofMinutes(15);
    private static final int LONGEST_ERROR = 1000;

    private final Outbox outbox;
    private final Courier courier;
    private final Clock clock;

    Dispatch(Outbox outbox, Courier courier, Clock clock) {
        this.outbox = outbox;
        this.courier = courier;
        this.clock = clock;
    }

    /** Sends all that is due. Several nodes may do this at once: each notice is claimed by one. */
    @Scheduled(
            initialDelayString = "${muniflow.notices.dispatch-every:PT20S}",
            fixedDelayString = "${muniflow.notices.dispatch-every:PT20S}")
    public void run() {
        Instant now = clock.instant();
        for (OutboxNotice notice : outbox.dueForMail(now, now.minus(ABANDONED))) {
            if (outbox.claim(notice, now)) {
                send(notice);
            }
        }
    }

    private void send(OutboxNotice notice) {
        try {
            courier.deliver(notice);
        } catch (Exception e) {
            // Whatever went wrong, the notice stays queued and its page says why.
            Instant next = clock.instant().plus(pause(notice.attempts()));
            outbox.failed(notice.id(), shortened(e), next);
            // A mail server repeats addresses in its errors; those belong on the notice's page, not in the log.
            LOG.warn(
                    "Notice {} was not accepted ({}); try {} follows at {}",
                    notice.id(),
                    e.getClass().getSimpleName(),
                    notice.attempts() + 2,
                    next);
            return;
        }
        outbox.accepted(notice.id(), LocalDate.now(clock));
    }

    private static Duration pause(int triesBefore) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(triesBefore, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static String shortened(Exception e) {
        String text = e.toString();
        return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
    }

    /** Brings one notice to its addressee. */
    @FunctionalInterface
    interface Courier {

        /**
         * Delivers a notice.
         *
         * @param notice the notice
         * @throws Exception when it was not accepted
         */
        void deliver(OutboxNotice notice) throws Exception;
    }
}
