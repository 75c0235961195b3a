package org.muniflow.civilrights.review;

import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.ApplicationFiles;

/** Records for each program whether its people own 51 percent. */
@Offered(title = "Check ownership", cites = "KCMO Code § 3-461(l); KCMO Code § 3-461(m)(20)")
final class CheckOwnership implements Delegate<OfApplication, Nothing> {

    private final ApplicationFiles files;
    private final OwnershipCheck check;
    private final Keeper keeper;

    CheckOwnership(ApplicationFiles files, OwnershipCheck check, Keeper keeper) {
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
