package org.muniflow.casework.holiday;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Counts anew, some minutes after an edit of the holidays, what steps under way had counted by the holidays of before. */
final class HolidaySettling {

    private static final Logger LOG = LoggerFactory.getLogger(HolidaySettling.class);

    private final HolidayDesk desk;

    HolidaySettling(HolidayDesk desk) {
        this.desk = desk;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT2M")
    void settle() {
        int moved = desk.settle();
        if (moved > 0) {
            LOG.info("{} clocks were counted anew that had been counted by the holidays of before an edit", moved);
        }
    }
}
