package org.muniflow.civilrights.certification;

import java.util.List;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.directory.Directory;
import org.muniflow.civilrights.file.Firm;
import org.muniflow.civilrights.file.Firms;
import org.muniflow.civilrights.review.Keeper;
import org.muniflow.civilrights.review.OfApplication;
import org.muniflow.civilrights.standing.Certification;
import org.muniflow.civilrights.standing.Certifications;

/** Lists the firm in the online directory under each certification (KCMO Code § 3-421(a)(31)). */
@Offered(title = "Publish directory entry", cites = "KCMO Code § 3-421(a)(31); KCMO Code § 3-463(c)(3)")
final class PublishDirectoryEntry implements Delegate<OfApplication, Nothing> {

    private final Firms firms;
    private final Certifications certifications;
    private final Directory directory;

    PublishDirectoryEntry(Firms firms, Certifications certifications, Directory directory) {
        this.firms = firms;
        this.certifications = certifications;
        this.directory = directory;
    }

    @Override
    public Nothing execute(OfApplication input, CaseContext context) {
        for (Certification one : certifications.ofApplication(input.applicationId())) {
            Firm firm = firms.get(one.firmId());
            List<String> work = certifications.lines(one.id()).stream()
                    .map(Certification.Line::code)
                    .toList();
            directory.list(firm, one, work, one.certifiedOn(), Keeper.by(context));
        }
        return Nothing.NOTHING;
    }
}
