package org.muniflow.civilrights.review;

import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.ApplicationFiles;

/** Records whether the firm has a real and substantial presence. */
@Offered(title = "Check real and substantial presence", cites = "KCMO Code § 3-461(d)")
final class CheckPresence implements Delegate<OfApplication, Nothing> {

    private final ApplicationFiles files;
    private final PresenceCheck check;
    private final Keeper keeper;

    CheckPresence(ApplicationFiles files, PresenceCheck check, Keeper keeper) {
        this.files = files;
        this.check = check;
        this.keeper = keeper;
    }

    @Override
    public Nothing execute(OfApplication input, CaseContext context) {
        keeper.record(input.applicationId(), List.of(check.of(files.load(input.applicationId()))), context);
        return Nothing.NOTHING;
    }
}
