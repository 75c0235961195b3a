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
import org.muniflow.api.casework.Documents;
import org.muniflow.api.casework.Journal;
import org.muniflow.api.report.ReportDuty;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The reports that the law asks of the city. Each is opened on time, once, and then taken, signed by somebody else, and delivered.
 */
public final class ReportDuties {

    private final ReportRows rows;
    private final DeclaredDuties declared;
    private final DutyWatch watch;
    private final ReportPrint print;
    private final Function<String, Documents> documents;
    private final Function<String, Journal> journals;
    private final TransactionOperations transactions;
    private final Clock clock;

    ReportDuties(
            ReportRows rows,
            DeclaredDuties declared,
            DutyWatch watch,
            ReportPrint print,
            Function<String, Documents> documents,
            Function<String, Journal> journals,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.declared = declared;
        this.watch = watch;
        this.print = print;
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
     * @return true for those who take or sign it, and for those who hear of it when it is late
     */
    public static boolean sees(Set<String> groups, Report report) {
        return groups.stream().anyMatch(report.preparers()::contains)
                || groups.stream().anyMatch(report.signers()::contains)
                || report.late() != null && groups.stream().anyMatch(report.escalation()::contains);
    }

    /**
     * Opens every report that is to be open and is not, and tells of those that are late. Several nodes may do this at once.
     *
     * @return how many were opened
     */
    public int open() {
        int opened = watch.open();
        watch.tellLate();
        return opened;
    }

    /**
     * Records that somebody of those who are to see to a late report has seen that it is late.
     *
     * @param id the report
     * @param by who has seen it
     * @throws IllegalArgumentException when it is not late, or somebody has seen it already
     */
    public void seen(String id, String by) {
        transactions.executeWithoutResult(status -> {
            Report report = known(id);
            if (!rows.seen(report, by)) {
                throw new IllegalArgumentException("The report is not late, or somebody has seen it already");
            }
            note(report, "It was seen that the report is late.");
        });
    }

    /**
     * Takes a report: computes it for the end of its period, or for today, and keeps what it holds as a table and in print. Until
     * it is signed it may be taken anew.
     *
     * @param id the report
     * @param by who takes it
     * @throws IllegalArgumentException when its period is not over, it is signed already, or its module does not run
     */
    public void take(String id, String by) {
        transactions.executeWithoutResult(status -> {
            Report report = known(id);
            ReportDuty duty = duty(report);
            LocalDate asOf = asOf(report);
            ReportDuty.ReportContent content = duty.compute(report.coversFrom(), asOf);
            byte[] table = ReportText.of(report, asOf, content).getBytes(StandardCharsets.UTF_8);
            Documents.StoredDocument kept = store(report, "REPORT", asOf, ".csv", by, table);
            Documents.StoredDocument printed =
                    store(report, "REPORT", asOf, ".pdf", by, print.print(report, asOf, content, kept.sha256()));
            if (!rows.taken(report, asOf, by, kept, printed)) {
                throw new IllegalArgumentException("The report is signed already; it cannot be taken anew");
            }
            rows.figures(report.id(), content.figures());
            note(
                    report,
                    "The report was taken as of " + asOf + "; SHA-256 of the table " + kept.sha256() + ", of the print "
                            + printed.sha256() + ".");
        });
    }

    private LocalDate asOf(Report report) {
        LocalDate today = LocalDate.now(clock);
        LocalDate end = report.coversTo();
        if (end == null) {
            return today;
        }
        if (!today.isAfter(end)) {
            throw new IllegalArgumentException(
                    "The report covers the time until the end of " + end + "; take it on the day after or later");
        }
        return end;
    }

    private Documents.StoredDocument store(
            Report report, String kind, LocalDate asOf, String ending, String by, byte[] content) {
        return documents
                .apply(report.module())
                .store(
                        new Documents.NewDocument(
                                report.id(),
                                null,
                                kind,
                                report.dutyId() + "-" + asOf + ending,
                                LocalDate.now(clock),
                                false,
                                by),
                        new ByteArrayInputStream(content));
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
