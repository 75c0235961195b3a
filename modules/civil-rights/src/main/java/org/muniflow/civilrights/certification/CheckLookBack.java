package org.muniflow.civilrights.certification;

import java.util.ArrayList;
import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.law.Reason;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.review.Found;
import org.muniflow.civilrights.review.Keeper;
import org.muniflow.civilrights.review.OfApplication;

/**
 * Finds whether an owner or controller owned a majority of, or controlled, a firm that was revoked for cause within five
 * years or is suspended for cause.
 */
@Offered(title = "Check five-year look-back", cites = "KCMO Code § 3-461(t)")
final class CheckLookBack implements Delegate<OfApplication, CheckLookBack.Output> {

    private final ApplicationFiles files;
    private final History history;
    private final Keeper keeper;

    CheckLookBack(ApplicationFiles files, History history, Keeper keeper) {
        this.files = files;
        this.history = history;
        this.keeper = keeper;
    }

    /**
     * What it writes.
     *
     * @param lookBackHit whether such a firm was found
     */
    record Output(boolean lookBackHit) {}

    @Override
    public Output execute(OfApplication input, CaseContext context) {
        ApplicationFile file = files.load(input.applicationId());
        List<Reason> reasons = new ArrayList<>(history.revoked(file).reasons());
        reasons.addAll(history.suspended(file).reasons());
        boolean hit = !reasons.isEmpty();
        Found found = new Found(
                Criterion.HISTORY, null, null, null, !hit, hit ? "HIT" : "CLEAR", reasons, List.of("R-296", "R-297"));
        keeper.record(input.applicationId(), List.of(found), context);
        return new Output(hit);
    }
}
