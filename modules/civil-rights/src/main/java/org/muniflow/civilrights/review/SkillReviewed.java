package org.muniflow.civilrights.review;

import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.RequestedNaics;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.finding.Determination.Kind;
import org.muniflow.civilrights.finding.Determinations;

/** A person found on skill and expertise for each type of work asked for. */
@Offered(title = "Skill is reviewed", cites = "KCMO Code § 3-461(f)")
final class SkillReviewed implements TaskGuard<OfApplication> {

    private final ApplicationFiles files;
    private final Determinations determinations;

    SkillReviewed(ApplicationFiles files, Determinations determinations) {
        this.files = files;
        this.determinations = determinations;
    }

    @Override
    public List<String> problems(OfApplication input, CaseContext context) {
        var found = determinations.on(input.applicationId(), Criterion.EXPERTISE, Kind.HUMAN);
        return files.load(input.applicationId()).naics().stream()
                .map(RequestedNaics::code)
                .filter(code -> found.stream()
                        .noneMatch(
                                one -> !one.reasons().isBlank() && (one.naics() == null || code.equals(one.naics()))))
                .map(code -> "No finding on skill and expertise for NAICS " + code
                        + " is recorded with its reasons (KCMO Code § 3-461(f)); record it on the page"
                        + " Determinations.")
                .toList();
    }
}
