package org.muniflow.civilrights.certification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.review.OfApplication;

/** Finds whether a withdrawal, denial or upheld revocation still bars the firm from applying. */
@Offered(
        title = "Find re-application bar",
        cites = "KCMO Code § 3-461(h); KCMO Code § 3-461(r)(1); KCMO Code § 3-461(s)(3)(g)")
final class FindReapplicationBar implements Delegate<OfApplication, FindReapplicationBar.Output> {

    private final ApplicationFiles files;
    private final History history;

    FindReapplicationBar(ApplicationFiles files, History history) {
        this.files = files;
        this.history = history;
    }

    /**
     * What it writes.
     *
     * @param barred whether the firm is barred on the date of receipt
     * @param barredUntil the last day of the bar; null if it is not barred
     */
    record Output(boolean barred, @Nullable LocalDate barredUntil) {}

    @Override
    public Output execute(OfApplication input, CaseContext context) {
        var answer = history.bar(files.load(input.applicationId()));
        var bar = answer.value();
        boolean barred = !answer.is("FREE");
        return new Output(barred, barred && bar != null ? bar.barredThrough() : null);
    }
}
