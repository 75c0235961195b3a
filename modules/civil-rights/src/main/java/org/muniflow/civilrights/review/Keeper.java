package org.muniflow.civilrights.review;

import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.civilrights.finding.Determinations;

/** Keeps what rules found in an application's file. */
public final class Keeper {

    private final Determinations determinations;

    /**
     * Opens the findings.
     *
     * @param determinations the findings
     */
    public Keeper(Determinations determinations) {
        this.determinations = determinations;
    }

    /**
     * Records findings; each replaces the earlier one on the same point.
     *
     * @param applicationId the application
     * @param found what rules found
     * @param context the step
     */
    public void record(String applicationId, List<Found> found, CaseContext context) {
        String by = by(context);
        found.forEach(one -> determinations.record(one.determination(applicationId, by, context.today()), by));
    }

    /**
     * Names who drives a step.
     *
     * @param context the step
     * @return the user, or the name of the step when a timer or message drives it
     */
    public static String by(CaseContext context) {
        String actor = context.actor();
        return actor == null ? context.elementId() : actor;
    }
}
