package org.muniflow.civilrights.review;

import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Owner;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.finding.Determination.Kind;
import org.muniflow.civilrights.finding.Determinations;

/** The director determined the status of each owner whose status is questioned. */
@Offered(title = "Status is determined", cites = "KCMO Code § 3-461(j)")
final class StatusDetermined implements TaskGuard<OfApplication> {

    private final ApplicationFiles files;
    private final Determinations determinations;

    StatusDetermined(ApplicationFiles files, Determinations determinations) {
        this.files = files;
        this.determinations = determinations;
    }

    @Override
    public List<String> problems(OfApplication input, CaseContext context) {
        var found = determinations.on(input.applicationId(), Criterion.STATUS, Kind.HUMAN);
        return files.load(input.applicationId()).owners().stream()
                .filter(Owner::statusQuestioned)
                .filter(owner -> found.stream()
                        .noneMatch(one -> owner.id().equals(one.ownerId())
                                && !one.reasons().isBlank()))
                .map(owner -> "The questioned status of " + owner.name()
                        + " is not determined (KCMO Code § 3-461(j)); record a finding on this owner, with the"
                        + " evidence considered, on the page Determinations.")
                .toList();
    }
}
