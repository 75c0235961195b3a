package org.muniflow.civilrights.review;

import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.ApplicationFiles;

/** Records for every owner whether the personal net worth is within the limit. */
@Offered(title = "Check personal net worth", cites = "KCMO Code § 3-461(c); KCMO Code § 3-421(a)(36)")
final class CheckNetWorth implements Delegate<OfApplication, Nothing> {

    private final ApplicationFiles files;
    private final NetWorthCheck check;
    private final Keeper keeper;

    CheckNetWorth(ApplicationFiles files, NetWorthCheck check, Keeper keeper) {
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
