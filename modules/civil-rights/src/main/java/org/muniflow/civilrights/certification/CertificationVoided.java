package org.muniflow.civilrights.certification;

import java.util.Set;
import org.muniflow.api.casework.CaseCorrections;
import org.muniflow.api.page.Rejected;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.file.Applications;

/**
 * Sets an application aside whose case was opened by mistake. One that was decided or withdrawn is not: bars, appeals and the
 * directory count from that, which voiding would not undo.
 */
final class CertificationVoided implements CaseCorrections {

    private static final String PROCESS = "certification";
    private static final Set<Status> COUNTED = Set.of(Status.APPROVED, Status.DENIED, Status.WITHDRAWN);

    private final Applications applications;

    CertificationVoided(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void voided(Correction correction) {
        if (!correction.processKey().equals(PROCESS) || correction.recordId().isBlank()) {
            return;
        }
        Application application = applications.get(correction.recordId());
        if (COUNTED.contains(application.status())) {
            throw new Rejected(
                    "",
                    "The application was " + application.status().name().toLowerCase(java.util.Locale.ROOT)
                            + ", and bars, appeals and the directory count from that. Go back to the step that was wrong"
                            + " instead of voiding the case.");
        }
        applications.moveTo(application.id(), Status.VOID, correction.by());
    }
}
