package org.muniflow.civilrights.certification;

import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.review.Keeper;
import org.muniflow.civilrights.review.Letters;
import org.muniflow.civilrights.review.OfApplication;

/** Does not accept the application and tells the firm the bar and the first day on which it may apply. */
@Offered(
        title = "Refuse barred application",
        cites = "KCMO Code § 3-461(h); KCMO Code § 3-461(r)(1); KCMO Code § 3-461(s)(3)(g)")
final class RefuseBarredApplication implements Delegate<OfApplication, Nothing> {

    private final ApplicationFiles files;
    private final Applications applications;
    private final History history;
    private final Letters letters;

    RefuseBarredApplication(ApplicationFiles files, Applications applications, History history, Letters letters) {
        this.files = files;
        this.applications = applications;
        this.history = history;
        this.letters = letters;
    }

    @Override
    public Nothing execute(OfApplication input, CaseContext context) {
        ApplicationFile file = files.load(input.applicationId());
        var answer = history.bar(file);
        var bar = answer.value();
        applications.moveTo(input.applicationId(), Status.NOT_ACCEPTED, Keeper.by(context));
        letters.send(
                context,
                "application-barred",
                "Application not accepted",
                Channel.MAIL,
                file.firm(),
                Letters.to(file.firm())
                        .with("receivedOn", file.application().receivedOn())
                        .with(
                                "reasons",
                                Reasons.lines(answer.reasons(), file.firm().letterLanguage()))
                        .with("barredUntil", bar == null ? null : bar.barredThrough())
                        .with("firstDay", bar == null ? null : bar.earliestOn()),
                Reasons.cites(answer.reasons()),
                null);
        return Nothing.NOTHING;
    }
}
