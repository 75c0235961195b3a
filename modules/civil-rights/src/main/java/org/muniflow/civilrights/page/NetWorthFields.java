package org.muniflow.civilrights.page;

import java.util.List;
import org.muniflow.civilrights.file.ApplicationFile;
import org.muniflow.civilrights.file.Owner;

/** The parts of the page of personal net worth. */
final class NetWorthFields {

    private NetWorthFields() {}

    static List<Part> parts(ApplicationFile file) {
        return List.of(statements(file), assets(file), debts(file), transfers(file));
    }

    private static String name(ApplicationFile file, String ownerId) {
        return file.owner(ownerId).map(Owner::name).orElse("—");
    }

    private static Part statements(ApplicationFile file) {
        return Part.of("statement", "Statements", "Each owner submits a statement with what supports it (§ 3-461(c)).")
                .table(
                        List.of("Owner", "As of", "Documented"),
                        file.statements().stream()
                                .map(s -> Part.row(s.id(), name(file, s.ownerId()), s.asOf(), s.documented()))
                                .toList(),
                        "No statement is entered yet.")
                .removing()
                .form(
                        "Add a statement",
                        Field.select("statementOwner", "Owner", "").must(),
                        Field.date("asOf", "As of", "The day for which the statement speaks.")
                                .must(),
                        Field.check("documented", "Documents or an affidavit support it", ""))
                .button("save-statement", "Save statement");
    }

    private static Part assets(ApplicationFile file) {
        return Part.of(
                        "asset",
                        "Assets",
                        "Enter the whole value and the owner's share. The interest in this firm and the equity in the"
                                + " primary residence are left out by the computation, not by you.")
                .table(
                        List.of("Owner", "Kind", "Description", "Value", "Owned", "Share"),
                        file.assets().stream()
                                .map(a -> Part.row(
                                        a.id(),
                                        name(file, a.ownerId()),
                                        a.kind(),
                                        a.description(),
                                        Words.money(a.marketValue()),
                                        a.ownership(),
                                        Words.percent(a.sharePercent())))
                                .toList(),
                        "No asset is entered yet.")
                .removing()
                .form(
                        "Add an asset",
                        Field.select("assetOwner", "Owner", "").must(),
                        Field.select("assetKind", "Kind", "").must(),
                        Field.text("assetDescription", "Description", ""),
                        Field.money("marketValue", "Value of the whole", "In dollars, on the statement's day.")
                                .must(),
                        Field.select("assetOwnership", "How it is owned", "").must(),
                        Field.number("assetShare", "Share in percent", "Left open: 100 alone, 50 jointly."))
                .button("save-asset", "Save asset");
    }

    private static Part debts(ApplicationFile file) {
        return Part.of("debt", "Debts", "Enter the whole debt and the owner's share (reading A-75).")
                .table(
                        List.of("Owner", "Kind", "Description", "Amount", "Owed", "Share"),
                        file.liabilities().stream()
                                .map(d -> Part.row(
                                        d.id(),
                                        name(file, d.ownerId()),
                                        d.kind(),
                                        d.description(),
                                        Words.money(d.amount()),
                                        d.ownership(),
                                        Words.percent(d.sharePercent())))
                                .toList(),
                        "No debt is entered.")
                .removing()
                .form(
                        "Add a debt",
                        Field.select("debtOwner", "Owner", "").must(),
                        Field.select("debtKind", "Kind", "").must(),
                        Field.text("debtDescription", "Description", ""),
                        Field.money("debtAmount", "The whole debt", "In dollars.")
                                .must(),
                        Field.select("debtOwnership", "How it is owed", "").must(),
                        Field.number("debtShare", "Share in percent", "Left open: 100 alone, 50 jointly."))
                .button("save-debt", "Save debt");
    }

    private static Part transfers(ApplicationFile file) {
        return Part.of(
                        "transfer",
                        "Transfers below value",
                        "What was given away or sold below value within the two years before (§ 3-421(a)(36)(a)).")
                .table(
                        List.of("Owner", "On", "Fair value", "Received for it", "To", "For", "Shown"),
                        file.transfers().stream()
                                .map(t -> Part.row(
                                        t.id(),
                                        name(file, t.ownerId()),
                                        t.transferredOn(),
                                        Words.money(t.fairMarketValue()),
                                        Words.money(t.consideration()),
                                        t.recipient(),
                                        t.purpose(),
                                        t.demonstrated()))
                                .toList(),
                        "No transfer is entered.")
                .removing()
                .form(
                        "Add a transfer",
                        Field.select("transferOwner", "Owner", "").must(),
                        Field.date("transferredOn", "Transferred on", "").must(),
                        Field.money("fairMarketValue", "Fair market value", "In dollars.")
                                .must(),
                        Field.money("consideration", "What was received for it", "0 for a gift.")
                                .must(),
                        Field.select("recipient", "Who received it", "").must(),
                        Field.select("transferPurpose", "What it was for", "").must(),
                        Field.check("demonstrated", "The purpose was shown", "By papers in the file."))
                .button("save-transfer", "Save transfer");
    }
}
