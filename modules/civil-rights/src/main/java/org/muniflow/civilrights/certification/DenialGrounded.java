package org.muniflow.civilrights.certification;

import java.util.ArrayList;
import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.delegate.TaskGuard;
import org.muniflow.civilrights.finding.Determination;
import org.muniflow.civilrights.finding.Determinations;
import org.muniflow.civilrights.review.OfApplication;
import org.muniflow.civilrights.standing.Denial;
import org.muniflow.civilrights.standing.Denials;
import org.muniflow.civilrights.standing.ReasonCode;

/**
 * A denial names its grounds, each explained. A ground that takes away reconsideration or that a rule decides
 * must rest on a finding in the file.
 */
@Offered(title = "Denial is grounded", cites = "KCMO Code § 3-461(r); KCMO Code § 3-461(s)(3)")
final class DenialGrounded implements TaskGuard<OfApplication> {

    private final Denials denials;
    private final Determinations determinations;

    DenialGrounded(Denials denials, Determinations determinations) {
        this.denials = denials;
        this.determinations = determinations;
    }

    @Override
    public List<String> problems(OfApplication input, CaseContext context) {
        List<Denial.Ground> grounds = denials.grounds(input.applicationId());
        if (grounds.isEmpty()) {
            return List.of("No ground of denial is chosen (KCMO Code § 3-461(s)(3)); choose each with its explanation"
                    + " on the page Denial.");
        }
        List<Determination> unmet = determinations.standing(input.applicationId()).stream()
                .filter(one -> !one.met())
                .toList();
        List<String> problems = new ArrayList<>();
        for (Denial.Ground ground : grounds) {
            ReasonCode code = ground.code();
            if (ground.explanation().isBlank()) {
                problems.add("The ground " + code + " is not explained (" + code.cites()
                        + "); explain it on the page Denial.");
            }
            if (needsFinding(code)
                    && unmet.stream().noneMatch(one -> one.reasonCodes().contains(code.name()))) {
                problems.add("No finding in the file supports the ground " + code + " (" + code.cites()
                        + "); record one on the page Determinations, or drop the ground.");
            }
        }
        return problems;
    }

    private static boolean needsFinding(ReasonCode code) {
        return switch (code) {
            case LOOKBACK_REVOKED_5Y, LOOKBACK_SUSPENDED, GRADUATED_OWNER_OR_AFFILIATE, AUDIT_REFUSED -> true;
            default -> !code.reconsiderable();
        };
    }
}
