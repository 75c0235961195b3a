package org.muniflow.civilrights.review;

import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.ApplicationFiles;

/** Records for each type of work whether the firm with its affiliates is small. */
@Offered(title = "Check business size", cites = "KCMO Code § 3-461(k)")
final class CheckSize implements Delegate<OfApplication, Nothing> {

    private final ApplicationFiles files;
    private final SizeCheck check;
    private final Keeper keeper;

    CheckSize(ApplicationFiles files, SizeCheck check, Keeper keeper) {
        this.files = files;
        this.check = check;
        this.keeper = keeper;
    }

    @Override
    public Nothing execute(OfApplication input, CaseContext context) {
        keeper.record(input.applicationId(), check.of(files.load(input.applicationId())), context);
        return Nothing.NOTHING;
    }
}
