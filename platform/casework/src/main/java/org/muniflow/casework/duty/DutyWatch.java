package org.muniflow.casework.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.muniflow.api.casework.Journal;
import org.muniflow.api.report.ReportDuty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens each report on time, once, and tells once of each that is late. Several nodes may do this at once: the table takes each
 * once.
 */
final class DutyWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DutyWatch.class);

    /** The most reports of a duty that one look opens: a platform that stood still for years catches up in a few looks. */
    private static final int MOST = 50;

    private final ReportRows rows;
    private final DeclaredDuties declared;
    private final LastDays lastDays;
    private final Function<String, Journal> journals;
    private final TransactionOperations transactions;
    private final Clock clock;

    DutyWatch(
            ReportRows rows,
            DeclaredDuties declared,
            LastDays lastDays,
            Function<String, Journal> journals,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.declared = declared;
        this.lastDays = lastDays;
        this.journals = journals;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Opens every report that is to be open and is not, and returns how many were opened. */
    int open() {
        int opened = 0;
        for (DeclaredDuties.Declared one : declared.all()) {
            ReportDuty duty = one.duty();
            try {
                for (int i = 0; i < MOST && open(one.module(), duty); i++) {
                    opened++;
                }
            } catch (DuplicateKeyException other) {
                LOG.debug("Report {} was opened by another node", duty.id());
            } catch (IllegalArgumentException wrong) {
                LOG.warn("Report {} of module {} is not opened: {}", duty.id(), one.module(), wrong.getMessage());
            }
        }
        return opened;
    }

    private boolean open(String module, ReportDuty duty) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<NextReport.Opening> next =
                    new NextReport(duty, lastDays, LocalDate.now(clock)).after(rows.known(duty.id()));
            next.ifPresent(opening -> {
                String id = rows.open(module, duty, opening);
                journals.apply(module)
                        .write(
                                null,
                                id,
                                "Report " + opening.number() + " was opened: " + duty.title() + ", due on "
                                        + opening.due().on() + ".",
                                duty.cites());
            });
            return next.isPresent();
        }));
    }

    /** Tells of every report whose last day is over, and returns of how many was told. */
    int tellLate() {
        int told = 0;
        for (Report report : rows.untold(LocalDate.now(clock))) {
            if (Boolean.TRUE.equals(transactions.execute(status -> tell(report)))) {
                told++;
            }
        }
        return told;
    }

    private boolean tell(Report report) {
        if (!rows.told(report)) {
            return false;
        }
        String groups = String.join(", ", new TreeSet<>(report.escalation()));
        journals.apply(report.module())
                .write(
                        null,
                        report.id(),
                        "The report is late: its last day was " + report.dueOn()
                                + (groups.isEmpty() ? "." : "; " + groups + " is to see to it."),
                        report.cites());
        return true;
    }
}
