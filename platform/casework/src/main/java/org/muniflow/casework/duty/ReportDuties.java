package org.muniflow.casework.duty;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.casework.Journal;
import org.muniflow.api.report.ReportDuty;
import org.muniflow.casework.ledger.WhyThisDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The reports that the law asks of the city. Each is opened once, when the one before it was delivered or the duty is first
 * known, and then taken, signed by somebody else, and delivered.
 */
public final class ReportDuties {

    private static final Logger LOG = LoggerFactory.getLogger(ReportDuties.class);

    private final ReportRows rows;
    private final DeclaredDuties declared;
    private final Clocks clocks;
    private final Function<String, Documents> documents;
    private final Function<String, Journal> journals;
    private final TransactionOperations transactions;
    private final Clock clock;

    ReportDuties(
            ReportRows rows,
            DeclaredDuties declared,
            Clocks clocks,
            Function<String, Documents> documents,
            Function<String, Journal> journals,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.declared = declared;
        this.clocks = clocks;
        this.documents = documents;
        this.journals = journals;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A file that somebody hands in. */
    public record File(String name, InputStream content) {}

    /**
     * A figure of a report as it was taken.
     *
     * @param key its key
     * @param title what was counted
     * @param value the figure
     * @param cases how many cases are behind it
     */
    public record KeptFigure(String key, String title, String value, int cases) {}

    /**
     * Returns the reports that are owed and that some groups see.
     *
     * @param groups the groups; a report is seen by those who take and sign it
     * @param all whether all reports are seen
     * @return the reports, the earliest due first
     */
    public List<Report> owed(Set<String> groups, boolean all) {
        return rows.undelivered().stream()
                .filter(one -> all || sees(groups, one))
                .toList();
    }

    /**
     * Returns the reports that were delivered last and that some groups see.
     *
     * @param groups the groups
     * @param all whether all reports are seen
     * @param limit how many are looked through
     * @return the reports, the latest first
     */
    public List<Report> delivered(Set<String> groups, boolean all, int limit) {
        return rows.delivered(limit).stream()
                .filter(one -> all || sees(groups, one))
                .toList();
    }

    /**
     * Finds a report.
     *
     * @param id its id
     * @return the report, or empty
     */
    public Optional<Report> find(String id) {
        return rows.find(id);
    }

    /**
     * Returns the figures of a report as they were taken.
     *
     * @param report the report
     * @return the figures in order; empty before it was taken
     */
    public List<KeptFigure> figures(Report report) {
        return rows.figures(report.id()).stream()
                .map(one -> new KeptFigure(one.key(), one.title(), one.value(), one.cases()))
                .toList();
    }

    /**
     * Returns the cases behind a figure.
     *
     * @param report the report
     * @param key the figure
     * @param after the last case of the page before; empty for the first page
     * @param limit how many at most
     * @return the case numbers in order
     */
    public List<String> cases(Report report, String key, String after, int limit) {
        return rows.cases(report.id(), key, after, limit);
    }

    /**
     * Tells whether a person sees a report.
     *
     * @param groups the person's groups
     * @param report the report
     * @return true for those who take or sign it
     */
    public static boolean sees(Set<String> groups, Report report) {
        return groups.stream().anyMatch(report.preparers()::contains)
                || groups.stream().anyMatch(report.signers()::contains);
    }

    /**
     * Opens every report that is to be open and is not. Several nodes may do this at once: the table takes each once.
     *
     * @return how many were opened
     */
    public int open() {
        int opened = 0;
        for (DeclaredDuties.Declared one : declared.all()) {
            ReportDuty duty = one.duty();
            try {
                if (Boolean.TRUE.equals(transactions.execute(status -> open(one.module(), duty)))) {
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
        Optional<Report> latest = rows.latest(duty.id());
        if (latest.filter(one -> one.deliveredOn() == null).isPresent()) {
            return false;
        }
        LocalDate from = latest.map(Report::deliveredOn).orElse(LocalDate.now(clock));
        int number = latest.map(Report::number).orElse(0) + 1;
        ClockDue due = clocks.due(duty.recurrence().clockId(), from);
        String id = rows.open(
                module,
                duty,
                number,
                from,
                due.due(),
                due.due().minusDays(duty.recurrence().warnDays()),
                WhyThisDate.of(due));
        journals.apply(module)
                .write(
                        null,
                        id,
                        "Report " + number + " was opened: " + duty.title() + ", due on " + due.due() + ".",
                        duty.cites());
        return true;
    }

    /**
     * Takes a report: computes it for today and keeps what it holds as a document. Until it is signed it may be taken anew.
     *
     * @param id the report
     * @param by who takes it
     * @throws IllegalArgumentException when it is signed already, or its module does not run
     */
    public void take(String id, String by) {
        transactions.executeWithoutResult(status -> {
            Report report = known(id);
            ReportDuty duty = duty(report);
            LocalDate today = LocalDate.now(clock);
            ReportDuty.ReportContent content = duty.compute(report.coversFrom(), today);
            byte[] text = ReportText.of(report, today, content).getBytes(StandardCharsets.UTF_8);
            Documents.StoredDocument kept = documents
                    .apply(report.module())
                    .store(
                            new Documents.NewDocument(
                                    report.id(),
                                    null,
                                    "REPORT",
                                    report.dutyId() + "-" + today + ".csv",
                                    today,
                                    false,
                                    by),
                            new ByteArrayInputStream(text));
            if (!rows.taken(report, today, by, kept.id(), kept.sha256())) {
                throw new IllegalArgumentException("The report is signed already; it cannot be taken anew");
            }
            rows.figures(report.id(), content.figures());
            note(report, "The report was taken as of " + today + "; SHA-256 " + kept.sha256() + ".");
        });
    }

    /**
     * Signs what was taken.
     *
     * @param id the report
     * @param sha256 the hash of what the signer has seen
     * @param by who signs
     * @throws IllegalArgumentException when the signer took it, it was taken anew meanwhile, or is not to be signed
     */
    public void sign(String id, String sha256, String by) {
        transactions.executeWithoutResult(status -> {
            Report report = known(id);
            if (by.equals(report.takenBy())) {
                throw new IllegalArgumentException("Whoever took a report cannot sign it; let another person sign");
            }
            if (!sha256.equals(report.sha256()) || !rows.signed(report, by)) {
                throw new IllegalArgumentException(
                        "The report was taken anew or signed meanwhile; look at it again before you sign");
            }
            note(report, "The report was signed; SHA-256 " + report.sha256() + ".");
        });
    }

    /**
     * Records the delivery of a signed report, and opens the next one.
     *
     * @param id the report
     * @param on the day of delivery
     * @param how how and to whom it was delivered
     * @param proof a file that proves it; null if there is none
     * @param by who records it
     * @throws IllegalArgumentException when it is not signed, or the day is in the future or before it was taken
     */
    public void deliver(String id, LocalDate on, String how, @Nullable File proof, String by) {
        transactions.executeWithoutResult(status -> {
            Report report = known(id);
            LocalDate today = LocalDate.now(clock);
            LocalDate asOf = report.asOf();
            if (on.isAfter(today) || asOf == null || on.isBefore(asOf)) {
                throw new IllegalArgumentException("The day of delivery lies between the day for which the report was"
                        + " taken and today; correct the date");
            }
            String proofId = proof == null
                    ? null
                    : documents
                            .apply(report.module())
                            .store(
                                    new Documents.NewDocument(
                                            report.id(), null, "PROOF_OF_DELIVERY", proof.name(), today, false, by),
                                    proof.content())
                            .id();
            if (!rows.delivered(report, on, how, by, proofId)) {
                throw new IllegalArgumentException("Only a signed report is delivered, and only once");
            }
            note(report, "The report was delivered on " + on + ": " + how);
        });
        open();
    }

    private void note(Report report, String what) {
        journals.apply(report.module()).write(null, report.id(), what, report.cites());
    }

    private Report known(String id) {
        return rows.find(id).orElseThrow(() -> new IllegalArgumentException("There is no such report"));
    }

    private ReportDuty duty(Report report) {
        return declared.find(report.module(), report.dutyId())
                .orElseThrow(() -> new IllegalArgumentException("The module " + report.module()
                        + " does not run, or its version no longer has this report; start it and try again"));
    }
}
