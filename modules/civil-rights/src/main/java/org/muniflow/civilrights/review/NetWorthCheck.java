package org.muniflow.civilrights.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniflow.api.law.Reason;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.api.law.Rules;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.NetWorth;
import org.muniflow.civilrights.file.Owner;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.networth.NetWorthLimit;
import org.muniflow.civilrights.networth.NetWorthStatement;
import org.muniflow.civilrights.networth.PersonalNetWorth;
import org.muniflow.civilrights.reference.ReferenceData;

/** Compares the personal net worth of every owner with the limit on the application date. */
final class NetWorthCheck {

    private final PersonalNetWorth computation;
    private final NetWorthLimit limit;
    private final ReferenceData reference;
    private final Rules rules;

    NetWorthCheck(PersonalNetWorth computation, NetWorthLimit limit, ReferenceData reference, Rules rules) {
        this.computation = computation;
        this.limit = limit;
        this.reference = reference;
        this.rules = rules;
    }

    List<Found> of(ApplicationFile file) {
        var day = file.application().receivedOn();
        BigDecimal amount = reference
                .netWorthLimit(day)
                .orElseThrow(() -> new IllegalStateException(
                        "No personal net worth limit is loaded for " + day + "; load it into the reference tables"))
                .amount();
        List<Found> found = new ArrayList<>();
        for (Owner owner : file.owners()) {
            Optional<NetWorth.Statement> statement = file.statement(owner.id());
            List<Reason> reasons = new ArrayList<>();
            BigDecimal netWorth = null;
            if (statement.isPresent()) {
                RuleOutcome<PersonalNetWorth.Computation> computed =
                        rules.ask(computation, statement(file, owner.id()));
                PersonalNetWorth.Computation value = computed.value();
                netWorth = value == null ? null : value.netWorth();
                reasons.addAll(computed.reasons());
            }
            boolean documented = statement.map(NetWorth.Statement::documented).orElse(false);
            var answer = rules.ask(limit, new NetWorthLimit.Facts(owner.name(), documented, netWorth, amount));
            reasons.addAll(answer.reasons());
            found.add(new Found(
                    Criterion.PNW,
                    null,
                    null,
                    owner.id(),
                    answer.is("MET"),
                    answer.outcome(),
                    reasons,
                    List.of(computation.id(), limit.id())));
        }
        return found;
    }

    private static NetWorthStatement statement(ApplicationFile file, String ownerId) {
        return new NetWorthStatement(
                file.application().receivedOn(),
                file.assetsOf(ownerId).stream()
                        .map(asset ->
                                new NetWorthStatement.Asset(asset.kind(), asset.marketValue(), asset.sharePercent()))
                        .toList(),
                file.liabilitiesOf(ownerId).stream()
                        .map(debt -> new NetWorthStatement.Liability(
                                debt.amount(),
                                debt.sharePercent(),
                                debt.kind() == NetWorth.LiabilityKind.RESIDENCE_MORTGAGE))
                        .toList(),
                file.transfersOf(ownerId).stream()
                        .map(transfer -> new NetWorthStatement.Transfer(
                                transfer.transferredOn(),
                                transfer.fairMarketValue(),
                                transfer.consideration(),
                                transfer.recipient(),
                                transfer.purpose(),
                                transfer.demonstrated()))
                        .toList());
    }
}
