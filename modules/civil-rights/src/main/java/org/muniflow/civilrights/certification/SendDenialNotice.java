package org.muniflow.civilrights.certification;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muniflow.api.casework.Clocks;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;
import org.muniflow.civilrights.denial.AppealRoute;
import org.muniflow.civilrights.denial.NoticeStatesReasons;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.review.LetterWords;
import org.muniflow.civilrights.review.Letters;
import org.muniflow.civilrights.standing.Denial;
import org.muniflow.civilrights.standing.Denials;

/**
 * Tells the firm the denial by certified mail with its reasons and the appeal route. Receipt starts the 20
 * business days of an appeal to the city (C-105).
 */
@Offered(title = "Send denial notice", cites = "KCMO Code § 3-461(r); KCMO Code § 3-461(s)(3)")
final class SendDenialNotice implements Delegate<OfDenial, Nothing> {

    private final ApplicationFiles files;
    private final Denials denials;
    private final Clocks clocks;
    private final NoticeStatesReasons rule;
    private final Letters letters;

    SendDenialNotice(
            ApplicationFiles files, Denials denials, Clocks clocks, NoticeStatesReasons rule, Letters letters) {
        this.files = files;
        this.denials = denials;
        this.clocks = clocks;
        this.rule = rule;
        this.letters = letters;
    }

    @Override
    public Nothing execute(OfDenial input, CaseContext context) {
        ApplicationFile file = files.load(input.applicationId());
        List<Denial.Ground> grounds = denials.grounds(input.applicationId());
        var may = rule.decide(new NoticeStatesReasons.Facts(
                grounds.stream().map(Denial.Ground::code).toList(), true));
        if (!may.is("MAY_SEND")) {
            throw new IllegalStateException("Case " + context.caseNumber()
                    + ": the denial states no reasons; choose them in task 'Confirm denial'");
        }
        String language = file.firm().letterLanguage();
        boolean city = input.appealRoute() == AppealRoute.CITY;
        letters.send(
                context,
                "denial",
                "Denial of certification",
                Channel.CERTIFIED_MAIL,
                file.firm(),
                Letters.to(file.firm())
                        .with("receivedOn", file.application().receivedOn())
                        .with("decidedOn", context.today())
                        .with("reasons", lines(grounds, language))
                        .with("appealRoute", input.appealRoute().name())
                        .with(
                                "appealPeriod",
                                city ? LetterWords.period(clocks.period("C-105", context.today()), language) : null)
                        .with("barredUntil", input.barredUntil())
                        .with(
                                "firstDay",
                                input.barredUntil() == null
                                        ? null
                                        : input.barredUntil().plusDays(1)),
                "KCMO Code § 3-461(r); "
                        + grounds.stream()
                                .map(ground -> ground.code().cites())
                                .distinct()
                                .collect(Collectors.joining("; ")),
                city ? "C-105" : null);
        return Nothing.NOTHING;
    }

    private static List<Map<String, String>> lines(List<Denial.Ground> grounds, String language) {
        return grounds.stream()
                .map(ground -> Map.of(
                        "text",
                        LetterWords.of(ground.code(), ground.code().text(), language) + " " + ground.explanation(),
                        "cites",
                        ground.code().cites()))
                .toList();
    }
}
