package org.muniflow.casework.notice;

import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailSendException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sends what is queued as e-mail. A notice leaves the queue only when the mail server has accepted it; a try that ended
 * without word (a crash) is repeated under the same Message-ID and marked "possibly sent twice".
 */
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int LONGEST_ERROR = 1000;

    private final Outbox outbox;
    private final Courier courier;
    private final Clock clock;
    private final Duration abandonedAfter;

    /**
     * Makes the dispatch.
     *
     * @param abandonedAfter after what time a try without word counts as ended; longer than the mail server's longest answer
     */
    Dispatch(Outbox outbox, Courier courier, Clock clock, Duration abandonedAfter) {
        this.outbox = outbox;
        this.courier = courier;
        this.clock = clock;
        this.abandonedAfter = abandonedAfter;
    }

    /** Sends all that is due. Several nodes may do this at once: each notice is claimed by one. */
    @Scheduled(
            initialDelayString = "${muniflow.notices.dispatch-every:PT20S}",
            fixedDelayString = "${muniflow.notices.dispatch-every:PT20S}")
    public void run() {
        Instant now = clock.instant();
        for (OutboxNotice notice : outbox.dueForMail(now, now.minus(abandonedAfter))) {
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
            if (refusesAddress(e)) {
                outbox.failed(notice.id(), shortened(e), null);
                LOG.warn("Notice {} is held: the mail server says that there is no such address", notice.id());
                return;
            }
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

    /** Tells whether the mail server said for good that it takes no mail for the address. */
    private static boolean refusesAddress(Exception failure) {
        List<Exception> causes = failure instanceof MailSendException several && several.getMessageExceptions() != null
                ? List.of(several.getMessageExceptions())
                : List.of(failure);
        return causes.stream()
                .anyMatch(cause -> cause instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
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
