package org.muniflow.civilrights.intake;

import static org.muniflow.civilrights.intake.CertificationApplication.listed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniflow.civilrights.file.Affiliate;
import org.muniflow.civilrights.file.Contribution;
import org.muniflow.civilrights.file.FileParts;
import org.muniflow.civilrights.file.HoldingCompany;
import org.muniflow.civilrights.file.Interest;
import org.muniflow.civilrights.file.NetWorth;
import org.muniflow.civilrights.file.Presence;
import org.muniflow.civilrights.file.RequestedNaics;
import org.muniflow.civilrights.table.Table;

/** Files the parts of an application under its id, with ids in place of the sender's keys. */
final class Filing {

    private final CertificationApplication sent;
    private final String applicationId;
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> companies = new HashMap<>();
    private final Map<String, String> offices = new HashMap<>();

    Filing(CertificationApplication sent, String applicationId) {
        this.sent = sent;
        this.applicationId = applicationId;
        sent.owners().forEach(owner -> owners.put(owner.key(), Table.newId()));
        listed(sent.holdingCompanies()).forEach(company -> companies.put(company.key(), Table.newId()));
        listed(sent.offices()).forEach(office -> offices.put(office.key(), Table.newId()));
    }

    /** Returns the interests as they will be filed; keys must have been checked. */
    List<Interest> interests() {
        List<Interest> interests = new ArrayList<>();
        for (InterestStatement i : sent.interests()) {
            interests.add(new Interest(
                    Table.newId(),
                    applicationId,
                    id(companies, i.heldIn()),
                    id(owners, i.owner()),
                    id(companies, i.holdingCompany()),
                    i.interestClass(),
                    i.voting(),
                    i.percentOfClass(),
                    i.percentOfAll(),
                    yes(i.inPartnershipAgreement()),
                    !yes(i.heldInTrust()),
                    yes(i.heldInTrust()),
                    yes(i.trustRevocable()),
                    id(owners, i.trustGrantor()),
                    id(owners, i.trustBeneficiary()),
                    id(owners, i.trustTrustee()),
                    yes(i.beneficiaryControls()),
                    i.acquisitionMode(),
                    i.acquiredOn(),
                    i.transferor(),
                    yes(i.transferorQualifies()),
                    yes(i.transferorInFirmOrAffiliate()),
                    yes(i.transferorInSimilarLine()),
                    yes(i.transferorInOngoingBusiness()),
                    null,
                    false,
                    null,
                    null));
        }
        return interests;
    }

    void into(FileParts parts, List<Interest> interests, String by) {
        sent.owners()
                .forEach(owner -> parts.owners().insert(owner.owner(must(owners, owner.key()), applicationId), by));
        listed(sent.holdingCompanies()).forEach(c -> parts.holdings()
                .insert(
                        new HoldingCompany(
                                must(companies, c.key()),
                                applicationId,
                                c.name(),
                                c.customaryPurpose(),
                                c.purpose(),
                                c.ownsAndControlsFirm()),
                        by));
        interests.forEach(interest -> parts.interests().insert(interest, by));
        listed(sent.contributions()).forEach(c -> parts.contributions()
                .insert(
                        new Contribution(
                                Table.newId(),
                                applicationId,
                                must(owners, c.owner()),
                                c.kind(),
                                c.amount(),
                                c.evidence(),
                                null),
                        by));
        listed(sent.affiliates()).forEach(a -> parts.affiliates()
                .insert(
                        new Affiliate(
                                Table.newId(),
                                applicationId,
                                a.name(),
                                a.basis(),
                                a.annualReceipts(),
                                a.employees(),
                                listed(a.naicsCodes())),
                        by));
        sent.naics().forEach(n -> parts.naics()
                .insert(
                        new RequestedNaics(
                                Table.newId(),
                                applicationId,
                                n.code(),
                                n.performedAndControlled(),
                                n.ownReceipts(),
                                n.ownEmployees()),
                        by));
        presence(parts, by);
        listed(sent.netWorth()).forEach(declaration -> netWorth(parts, declaration, by));
    }

    private void presence(FileParts parts, String by) {
        listed(sent.offices()).forEach(o -> parts.offices()
                .insert(
                        new Presence.Office(
                                must(offices, o.key()),
                                applicationId,
                                o.street(),
                                o.city(),
                                o.county(),
                                o.state(),
                                o.postalCode(),
                                o.principal(),
                                o.occupiedSince()),
                        by));
        listed(sent.employees()).forEach(e -> parts.employees()
                .insert(
                        new Presence.Employee(
                                Table.newId(),
                                applicationId,
                                must(offices, e.office()),
                                e.reference(),
                                e.fullTime(),
                                e.percentTimeInArea()),
                        by));
        listed(sent.transactions()).forEach(t -> parts.transactions()
                .insert(
                        new Presence.Transaction(
                                Table.newId(), applicationId, t.transactedOn(), t.inArea(), t.description()),
                        by));
    }

    private void netWorth(FileParts parts, NetWorthDeclaration sentWorth, String by) {
        String owner = must(owners, sentWorth.owner());
        parts.statements()
                .insert(
                        new NetWorth.Statement(
                                Table.newId(), applicationId, owner, sentWorth.asOf(), sentWorth.documented()),
                        by);
        listed(sentWorth.assets()).forEach(a -> parts.assets()
                .insert(
                        new NetWorth.Asset(
                                Table.newId(),
                                applicationId,
                                owner,
                                a.kind(),
                                a.description(),
                                a.marketValue(),
                                a.ownership(),
                                a.sharePercent()),
                        by));
        listed(sentWorth.liabilities()).forEach(d -> parts.liabilities()
                .insert(
                        new NetWorth.Liability(
                                Table.newId(),
                                applicationId,
                                owner,
                                d.kind(),
                                d.description(),
                                d.amount(),
                                d.ownership(),
                                d.sharePercent()),
                        by));
        listed(sentWorth.transfers()).forEach(t -> parts.transfers()
                .insert(
                        new NetWorth.Transfer(
                                Table.newId(),
                                applicationId,
                                owner,
                                t.transferredOn(),
                                t.fairMarketValue(),
                                t.consideration(),
                                t.recipient(),
                                t.purpose(),
                                t.demonstrated()),
                        by));
    }

    private static boolean yes(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static @Nullable String id(Map<String, String> ids, @Nullable String key) {
        return key == null ? null : ids.get(key);
    }

    private static String must(Map<String, String> ids, String key) {
        String id = ids.get(key);
        if (id == null) {
            throw new IllegalStateException("The key \"" + key + "\" was not checked before filing");
        }
        return id;
    }
}
