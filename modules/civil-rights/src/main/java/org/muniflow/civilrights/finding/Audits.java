package org.muniflow.civilrights.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniflow.civilrights.table.Table;
import org.muniflow.civilrights.table.Tables;

/** The audits of applicants. */
public final class Audits {

    private final Table<Audit> table;

    /**
     * Opens the audits.
     *
     * @param tables the schema
     */
    public Audits(Tables tables) {
        this.table = tables.of("audit", Audit.class);
    }

    /**
     * Returns an application's audits, oldest first.
     *
     * @param applicationId the application
     * @return the audits; may be empty
     */
    public List<Audit> of(String applicationId) {
        return table.where("application_id", applicationId);
    }

    /**
     * Returns the latest audit of an application.
     *
     * @param applicationId the application
     * @return the audit, or empty
     */
    public Optional<Audit> latest(String applicationId) {
        List<Audit> audits = of(applicationId);
        return audits.isEmpty() ? Optional.empty() : Optional.of(audits.get(audits.size() - 1));
    }

    /**
     * Returns the day on which an on-site audit of the application began.
     *
     * @param applicationId the application
     * @return the first such day, or empty
     */
    public Optional<LocalDate> onSiteStartedOn(String applicationId) {
        return of(applicationId).stream()
                .filter(audit -> audit.kind() == Audit.Kind.ON_SITE)
                .flatMap(audit -> Optional.ofNullable(audit.startedOn()).stream())
                .min(LocalDate::compareTo);
    }

    /**
     * Schedules an on-site audit.
     *
     * @param applicationId the application
     * @param scheduledOn the day set
     * @param by who sets it
     * @return the audit
     */
    public Audit schedule(String applicationId, LocalDate scheduledOn, String by) {
        return table.insert(
                new Audit(Table.newId(), applicationId, Audit.Kind.ON_SITE, scheduledOn, null, null, null, null, null),
                by);
    }

    /**
     * Records that the latest audit began, and that the firm facilitates it.
     *
     * @param applicationId the application
     * @param startedOn the day
     * @param by who records it
     * @return the audit
     */
    public Audit start(String applicationId, LocalDate startedOn, String by) {
        Audit a = latest(applicationId).orElseGet(() -> schedule(applicationId, startedOn, by));
        return table.update(
                new Audit(
                        a.id(),
                        applicationId,
                        a.kind(),
                        a.scheduledOn(),
                        startedOn,
                        true,
                        null,
                        a.report(),
                        a.reportedOn()),
                by);
    }

    /**
     * Records that the firm refused to facilitate the latest audit.
     *
     * @param applicationId the application
     * @param refusedOn the day set for the audit, or the day of the refusal
     * @param reason what it refused and why
     * @param by who records it
     * @return the audit
     */
    public Audit refuse(String applicationId, LocalDate refusedOn, String reason, String by) {
        Audit a = latest(applicationId).orElseGet(() -> schedule(applicationId, refusedOn, by));
        return table.update(
                new Audit(
                        a.id(),
                        applicationId,
                        a.kind(),
                        a.scheduledOn(),
                        a.startedOn(),
                        false,
                        reason,
                        a.report(),
                        a.reportedOn()),
                by);
    }

    /**
     * Records the report on the latest audit.
     *
     * @param applicationId the application
     * @param report the report
     * @param reportedOn the day
     * @param by who reports
     * @return the audit
     * @throws IllegalStateException when no audit was scheduled
     */
    public Audit report(String applicationId, String report, LocalDate reportedOn, String by) {
        Audit a = latest(applicationId)
                .orElseThrow(() -> new IllegalStateException(
                        "Application " + applicationId + " has no audit; schedule one before reporting on it"));
        return table.update(
                new Audit(
                        a.id(),
                        applicationId,
                        a.kind(),
                        a.scheduledOn(),
                        a.startedOn(),
                        a.facilitated(),
                        a.refusalReason(),
                        report,
                        reportedOn),
                by);
    }
}
