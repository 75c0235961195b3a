package org.muniflow.civilrights.certification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Offered;
import org.muniflow.api.law.Reason;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.review.Found;
import org.muniflow.civilrights.review.Keeper;
import org.muniflow.civilrights.review.OfApplication;

/**
 * Finds whether the people behind the firm graduated. Certification is barred as a whole only if it is barred in
 * every type of work asked for; a barred type among others is recorded for the review.
 */
@Offered(title = "Check graduation bar", cites = "KCMO Code § 3-461(u)(5)")
final class CheckGraduationBar implements Delegate<OfApplication, CheckGraduationBar.Output> {

    private final ApplicationFiles files;
    private final History history;
    private final Keeper keeper;

    CheckGraduationBar(ApplicationFiles files, History history, Keeper keeper) {
        this.files = files;
        this.history = history;
        this.keeper = keeper;
    }

    /**
     * What it writes.
     *
     * @param graduationBarred whether every type of work asked for is barred
     */
    record Output(boolean graduationBarred) {}

    @Override
    public Output execute(OfApplication input, CaseContext context) {
        var answer = history.graduation(files.load(input.applicationId()));
        List<String> barred = answer.value() == null ? List.of() : answer.value();
        boolean all = answer.is("ALL");
        for (String naics : barred) {
            keeper.record(input.applicationId(), List.of(found(answer.outcome(), naics, answer.reasons())), context);
        }
        if (all) {
            keeper.record(input.applicationId(), List.of(found("ALL", null, answer.reasons())), context);
        }
        return new Output(all);
    }

    private static Found found(String outcome, @Nullable String naics, List<Reason> reasons) {
        return new Found(Criterion.HISTORY, null, naics, null, false, outcome, reasons, List.of("R-306"));
    }
}
