package org.muniflow.civilrights.certification;

import java.time.LocalDate;
import java.util.Objects;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.lifecycle.Withdrawal;
import org.muniflow.civilrights.review.Keeper;
import org.muniflow.civilrights.review.Letters;
import org.muniflow.civilrights.standing.PriorStandings;

/** Records the withdrawal and its bar of one year (C-103), and tells the firm; documents are kept. */
@Offered(title = "Record withdrawal", cites = "KCMO Code § 3-461(h)")
final class RecordWithdrawal implements Delegate<OfWithdrawal, Nothing> {

    private final ApplicationFiles files;
    private final Applications applications;
    private final PriorStandings standings;
    private final Withdrawal rule;
    private final Letters letters;

    RecordWithdrawal(
            ApplicationFiles files,
            Applications applications,
            PriorStandings standings,
            Withdrawal rule,
            Letters letters) {
        this.files = files;
        this.applications = applications;
        this.standings = standings;
        this.rule = rule;
        this.letters = letters;
    }

    @Override
    public Nothing execute(OfWithdrawal input, CaseContext context) {
        ApplicationFile file = files.load(input.applicationId());
        String by = Keeper.by(context);
        LocalDate through = Objects.requireNonNull(rule.decide(new Withdrawal.Facts(input.withdrawnOn(), null, null))
                .value());
        applications.withdraw(input.applicationId(), input.withdrawnOn(), by);
        standings.withdraw(input.applicationId(), file.firm().id(), input.withdrawnOn(), through, by);
        letters.send(
                context,
                "withdrawal-confirmed",
                "Application withdrawn",
                Channel.MAIL,
                file.firm(),
                Letters.to(file.firm())
                        .with("withdrawnOn", input.withdrawnOn())
                        .with("barredUntil", through)
                        .with("firstDay", through.plusDays(1)),
                "KCMO Code § 3-461(h)",
                null);
        return Nothing.NOTHING;
    }
}
