package org.muniflow.civilrights.review;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.Rules;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.Firm;
import org.muniflow.civilrights.file.Presence;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.presence.RealAndSubstantialPresence;

/** Finds whether the firm has a real and substantial presence on the application date. */
final class PresenceCheck {

    private final RealAndSubstantialPresence rule;
    private final Rules rules;

    PresenceCheck(RealAndSubstantialPresence rule, Rules rules) {
        this.rule = rule;
        this.rules = rules;
    }

    Found of(ApplicationFile file) {
        Optional<Presence.Office> principal =
                file.offices().stream().filter(Presence.Office::principal).findFirst();
        Firm firm = file.firm();
        String county = principal.map(Presence.Office::county).orElse(text(firm.principalOfficeCounty()));
        String state = principal.map(Presence.Office::state).orElse(text(firm.principalOfficeState()));
        LocalDate since = principal.map(Presence.Office::occupiedSince).orElse(firm.establishedInAreaOn());
        var answer = rules.ask(
                rule,
                new RealAndSubstantialPresence.Facts(
                        file.application().receivedOn(),
                        county,
                        state,
                        since,
                        file.employees().stream()
                                .filter(Presence.Employee::fullTime)
                                .flatMap(employee -> file.offices().stream()
                                        .filter(office -> office.id().equals(employee.officeId()))
                                        .map(office -> new RealAndSubstantialPresence.Employee(
                                                office.county(), office.state(), employee.percentTimeInArea())))
                                .toList(),
                        file.transactions().stream()
                                .filter(Presence.Transaction::inArea)
                                .map(Presence.Transaction::transactedOn)
                                .toList()));
        return Found.of(Criterion.PRESENCE, rule, answer, answer.is("MET"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "not stated" : value;
    }
}
