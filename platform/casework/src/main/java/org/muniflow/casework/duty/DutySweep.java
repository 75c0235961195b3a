package org.muniflow.casework.duty;

import org.springframework.scheduling.annotation.Scheduled;

/** Looks now and then whether a report is to be opened. */
final class DutySweep {

    private final ReportDuties duties;

    DutySweep(ReportDuties duties) {
        this.duties = duties;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "${muniflow.reports.sweep-every:PT15M}")
    void sweep() {
        duties.open();
    }
}
