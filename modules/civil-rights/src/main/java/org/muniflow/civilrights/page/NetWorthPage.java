package org.muniflow.civilrights.page;

import static org.muniflow.civilrights.page.Problems.given;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.api.law.Rules;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.FileParts;
import org.muniflow.civilrights.file.NetWorth;
import org.muniflow.civilrights.file.Owner;
import org.muniflow.civilrights.reference.ReferenceData;
import org.muniflow.civilrights.table.Table;

/** The owners' personal net worth, with what the law makes of it (KCMO Code § 3-421(a)(36), § 3-461(c)). */
final class NetWorthPage extends ApplicationPage<NetWorthForm> {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = BigDecimal.valueOf(50);

    private final FileParts parts;
    private final ReferenceData reference;
    private final Rules rules;

    NetWorthPage(ApplicationFiles files, FileParts parts, ReferenceData reference, Rules rules) {
        super("net-worth", "Personal net worth", NetWorthForm.class, files);
        this.parts = parts;
        this.reference = reference;
        this.rules = rules;
    }

    @Override
    public View show(String recordId, Visit visit) {
        ApplicationFile file = files.load(recordId);
        Map<String, String> owners = new LinkedHashMap<>();
        file.owners().forEach(owner -> owners.put(owner.id(), owner.name()));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Limit on the day of the application",
                reference
                        .netWorthLimit(file.application().receivedOn())
                        .map(limit -> Words.money(limit.amount()) + " (" + limit.source() + ")")
                        .orElse("not loaded"));
        file.owners().forEach(owner -> facts.put(owner.name(), computed(file, owner)));
        return sheet(
                file,
                facts,
                Map.of(
                        "statementOwner", owners,
                        "assetOwner", owners,
                        "debtOwner", owners,
                        "transferOwner", owners),
                null,
                NetWorthFields.parts(file));
    }

    private String computed(ApplicationFile file, Owner owner) {
        if (file.statement(owner.id()).isEmpty()) {
            return "no statement on file";
        }
        try {
            RuleOutcome<Object> answer = rules.ask("R-209", facts(file, owner));
            if (answer.value() instanceof Map<?, ?> value && value.get("netWorth") != null) {
                return "net worth " + Words.money(new BigDecimal(String.valueOf(value.get("netWorth")))) + ": "
                        + answer.reasons().get(answer.reasons().size() - 1).text();
            }
            return answer.outcome();
        } catch (IllegalArgumentException notAnswered) {
            return "not computed: " + notAnswered.getMessage();
        }
    }

    /** The owner's statement in the terms of rule R-209. */
    private static Map<String, Object> facts(ApplicationFile file, Owner owner) {
        return Map.of(
                "statedFor",
                file.application().receivedOn().toString(),
                "assets",
                file.assetsOf(owner.id()).stream()
                        .map(a -> Map.of(
                                "kind",
                                switch (a.kind()) {
                                    case FIRM_INTEREST, PRIMARY_RESIDENCE ->
                                        a.kind().name();
                                    default -> "OTHER";
                                },
                                "value",
                                a.marketValue(),
                                "sharePercent",
                                a.sharePercent()))
                        .toList(),
                "liabilities",
                file.liabilitiesOf(owner.id()).stream()
                        .map(d -> Map.of(
                                "amount",
                                d.amount(),
                                "sharePercent",
                                d.sharePercent(),
                                "onResidence",
                                d.kind() == NetWorth.LiabilityKind.RESIDENCE_MORTGAGE))
                        .toList(),
                "transfers",
                file.transfersOf(owner.id()).stream()
                        .map(t -> Map.of(
                                "transferredOn", t.transferredOn().toString(),
                                "fairMarketValue", t.fairMarketValue(),
                                "consideration", t.consideration(),
                                "recipient", t.recipient().name(),
                                "purpose", t.purpose().name(),
                                "shown", t.demonstrated()))
                        .toList());
    }

    @Override
    public Saved submit(String recordId, NetWorthForm form, Visit visit) {
        ApplicationFile file = open(recordId);
        String item = item(visit);
        switch (visit.action()) {
            case "save-statement" -> saveStatement(file, form, visit.user());
            case "save-asset" -> saveAsset(file, form, visit.user());
            case "save-debt" -> saveDebt(file, form, visit.user());
            case "save-transfer" -> saveTransfer(file, form, visit.user());
            case "remove-statement" -> remove(parts.statements(), file.statements(), NetWorth.Statement::id, item);
            case "remove-asset" -> remove(parts.assets(), file.assets(), NetWorth.Asset::id, item);
            case "remove-debt" -> remove(parts.liabilities(), file.liabilities(), NetWorth.Liability::id, item);
            case "remove-transfer" -> remove(parts.transfers(), file.transfers(), NetWorth.Transfer::id, item);
            default -> throw new Rejected("", "Press one of the buttons on the page.");
        }
        return saved(recordId, visit.action().startsWith("remove") ? "Removed." : "Saved.");
    }

    private static <R extends Record> void remove(
            Table<R> table, List<R> present, Function<R, String> id, String item) {
        if (present.stream().map(id).anyMatch(item::equals)) {
            table.delete(item);
        }
    }

    private void saveStatement(ApplicationFile file, NetWorthForm form, String user) {
        owner(new Problems(), file, "statementOwner", form.statementOwner())
                .need("asOf", form.asOf(), "Enter the day for which the statement speaks.")
                .unless(
                        file.statement(String.valueOf(form.statementOwner())).isEmpty(),
                        "statementOwner",
                        "This owner's statement is already entered; remove it first to enter another.")
                .refuseIfAny();
        parts.statements()
                .insert(
                        new NetWorth.Statement(
                                Table.newId(),
                                file.application().id(),
                                given(form.statementOwner()),
                                given(form.asOf()),
                                yes(form.documented())),
                        user);
    }

    private void saveAsset(ApplicationFile file, NetWorthForm form, String user) {
        owner(new Problems(), file, "assetOwner", form.assetOwner())
                .need("assetKind", form.assetKind(), "Choose what it is.")
                .need("marketValue", form.marketValue(), "Enter the value of the whole.")
                .need("assetOwnership", form.assetOwnership(), "Choose how it is owned.")
                .refuseIfAny();
        parts.assets()
                .insert(
                        new NetWorth.Asset(
                                Table.newId(),
                                file.application().id(),
                                given(form.assetOwner()),
                                given(form.assetKind()),
                                form.assetDescription(),
                                given(form.marketValue()),
                                given(form.assetOwnership()),
                                share(form.assetShare(), given(form.assetOwnership()))),
                        user);
    }

    private void saveDebt(ApplicationFile file, NetWorthForm form, String user) {
        owner(new Problems(), file, "debtOwner", form.debtOwner())
                .need("debtKind", form.debtKind(), "Choose what it is.")
                .need("debtAmount", form.debtAmount(), "Enter the whole debt.")
                .need("debtOwnership", form.debtOwnership(), "Choose how it is owed.")
                .refuseIfAny();
        parts.liabilities()
                .insert(
                        new NetWorth.Liability(
                                Table.newId(),
                                file.application().id(),
                                given(form.debtOwner()),
                                given(form.debtKind()),
                                form.debtDescription(),
                                given(form.debtAmount()),
                                given(form.debtOwnership()),
                                share(form.debtShare(), given(form.debtOwnership()))),
                        user);
    }

    private void saveTransfer(ApplicationFile file, NetWorthForm form, String user) {
        owner(new Problems(), file, "transferOwner", form.transferOwner())
                .need("transferredOn", form.transferredOn(), "Enter the day of the transfer.")
                .need("fairMarketValue", form.fairMarketValue(), "Enter its fair market value.")
                .need("consideration", form.consideration(), "Enter what was received for it; 0 for a gift.")
                .need("recipient", form.recipient(), "Choose who received it.")
                .need("transferPurpose", form.transferPurpose(), "Choose what it was for.")
                .refuseIfAny();
        parts.transfers()
                .insert(
                        new NetWorth.Transfer(
                                Table.newId(),
                                file.application().id(),
                                given(form.transferOwner()),
                                given(form.transferredOn()),
                                given(form.fairMarketValue()),
                                given(form.consideration()),
                                given(form.recipient()),
                                given(form.transferPurpose()),
                                yes(form.demonstrated())),
                        user);
    }

    private static Problems owner(Problems problems, ApplicationFile file, String field, @Nullable String ownerId) {
        return problems.unless(file.owner(ownerId).isPresent(), field, "Choose the owner.");
    }

    private static BigDecimal share(@Nullable BigDecimal share, NetWorth.Ownership ownership) {
        if (share != null) {
            return share;
        }
        return ownership == NetWorth.Ownership.INDIVIDUAL ? ALL : HALF;
    }
}
