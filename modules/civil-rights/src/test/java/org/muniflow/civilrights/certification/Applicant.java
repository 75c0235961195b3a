package org.muniflow.civilrights.certification;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.muniflow.api.casework.Cases;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.file.DocumentType;
import org.muniflow.civilrights.file.FileParts;
import org.muniflow.civilrights.file.Firm;
import org.muniflow.civilrights.file.Firms;
import org.muniflow.civilrights.file.Interest;
import org.muniflow.civilrights.file.NetWorth;
import org.muniflow.civilrights.file.Owner;
import org.muniflow.civilrights.file.Presence;
import org.muniflow.civilrights.file.RequestedNaics;
import org.muniflow.civilrights.file.RequiredDocuments;
import org.muniflow.civilrights.finding.Audits;
import org.muniflow.civilrights.finding.DbeRecognitions;
import org.muniflow.civilrights.finding.Determination;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.finding.Determinations;
import org.muniflow.civilrights.standing.Certifications;
import org.muniflow.civilrights.standing.Denial;
import org.muniflow.civilrights.standing.Denials;
import org.muniflow.civilrights.standing.PriorStandings;
import org.muniflow.civilrights.standing.ReasonCode;
import org.muniflow.civilrights.table.Table;
import org.muniflow.civilrights.table.Tables;
import org.muniflow.testkit.City;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An invented firm with its application file in a city's books, and the case about it. */
final class Applicant {

    private static final String TEST = "test";

    final City city;
    final JdbcClient jdbc;
    final Applications applications;
    final FileParts parts;
    final ApplicationFiles files;
    final Determinations determinations;
    final Audits audits;
    final Denials denials;
    final Certifications certifications;
    final DbeRecognitions recognitions;
    final PriorStandings past;
    final Firms firms;
    final LocalDate receivedOn;
    Firm firm;
    Application application;
    Owner owner;
    String caseNumber = "";

    private Applicant(City city, LocalDate receivedOn) {
        this.city = city;
        this.receivedOn = receivedOn;
        jdbc = JdbcClient.create(city.bean(DataSource.class));
        Tables tables = new Tables(jdbc, city.bean(Clock.class));
        firms = new Firms(tables);
        applications = new Applications(tables);
        parts = new FileParts(tables);
        files = new ApplicationFiles(applications, firms, parts);
        determinations = new Determinations(tables);
        audits = new Audits(tables);
        denials = new Denials(tables);
        certifications = new Certifications(tables);
        recognitions = new DbeRecognitions(tables);
        past = new PriorStandings(jdbc, tables, firms, denials);
        String number = String.valueOf(10_000_000 + Math.abs(UUID.randomUUID().hashCode() % 89_999_999));
        firm = firms.add(firm("9" + number.charAt(0) + "-" + number.substring(1, 8)), TEST);
        application = addApplication(false);
        owner = addOwner(false);
    }

    /** A firm that is eligible as an MBE and WBE, applying on a day; its documents are not in yet. */
    static Applicant applying(City city, LocalDate receivedOn) {
        city.today(receivedOn);
        Applicant applicant = new Applicant(city, receivedOn);
        applicant.fillFile();
        return applicant;
    }

    Applicant withAllDocuments() {
        RequiredDocuments.of(files.load(application.id())).forEach(this::addDocument);
        return this;
    }

    void addDocument(DocumentType type) {
        jdbc.sql("insert into muniflow.document (id, module, record_id, case_number, type, file_name, media_type,"
                        + " size_bytes, sha256, received_on, confidential, stored_by, stored_at)"
                        + " values (?, 'civil-rights', ?, ?, ?, 'paper.pdf', 'application/pdf', 1, ?, ?, true, ?, ?)")
                .params(
                        Table.newId(),
                        application.id(),
                        caseNumber.isEmpty() ? null : caseNumber,
                        type.name(),
                        "0".repeat(64),
                        receivedOn,
                        TEST,
                        OffsetDateTime.now(city.bean(Clock.class)))
                .update();
    }

    Applicant submitted() {
        applications.submit(application.id(), receivedOn, TEST);
        caseNumber = city.bean(Cases.class)
                .start(
                        "certification",
                        application.id(),
                        firm.legalName(),
                        receivedOn,
                        Map.of(
                                "applicationId", application.id(),
                                "receivedOn", receivedOn.toString(),
                                "dbeRequested", application.dbeRequested()));
        applications.assignCase(application.id(), caseNumber, TEST);
        return this;
    }

    void found(Criterion criterion, boolean met, ReasonCode... codes) {
        determinations.record(finding(criterion, null, met, codes), TEST);
    }

    void reviewFoundAllMet() {
        List.of(
                        Criterion.OWNERSHIP,
                        Criterion.CONTROL,
                        Criterion.INDEPENDENCE,
                        Criterion.MANAGEMENT,
                        Criterion.EXPERTISE,
                        Criterion.CUF)
                .forEach(criterion -> found(criterion, true));
    }

    void ground(ReasonCode code) {
        denials.choose(
                new Denial.Ground(
                        Table.newId(), application.id(), code, "The file shows it.", code.cites(), "dora", receivedOn),
                "dora");
    }

    Application.Status status() {
        return applications.get(application.id()).status();
    }

    List<Map<String, Object>> letters() {
        return jdbc.sql("select letter_key, channel, clock_on_receipt from muniflow.notice where case_number = ?"
                        + " order by created_at")
                .param(caseNumber)
                .query()
                .listOfRows();
    }

    private Determination finding(
            Criterion criterion, @org.jspecify.annotations.Nullable String ownerId, boolean met, ReasonCode... codes) {
        return new Determination(
                Table.newId(),
                application.id(),
                criterion,
                null,
                null,
                ownerId,
                Determination.Kind.HUMAN,
                Determination.StandardOfProof.PREPONDERANCE,
                met,
                null,
                List.of(codes).stream().map(Enum::name).toList(),
                "The whole record was considered.",
                List.of(),
                List.of(),
                criterion.cites(),
                "ana",
                receivedOn,
                null);
    }

    private void fillFile() {
        String id = application.id();
        parts.interests().insert(interest(id), TEST);
        parts.naics().insert(new RequestedNaics(Table.newId(), id, "238160", true, new BigDecimal("1200000"), 9), TEST);
        Presence.Office office = parts.offices()
                .insert(
                        new Presence.Office(
                                Table.newId(),
                                id,
                                "1 Vine St",
                                "Kansas City",
                                "Jackson",
                                "MO",
                                "64106",
                                true,
                                receivedOn.minusYears(2)),
                        TEST);
        parts.employees()
                .insert(new Presence.Employee(Table.newId(), id, office.id(), "P-1", true, new BigDecimal("80")), TEST);
        for (int months : List.of(3, 9)) {
            parts.transactions()
                    .insert(
                            new Presence.Transaction(Table.newId(), id, receivedOn.minusMonths(months), true, "A roof"),
                            TEST);
        }
        parts.statements().insert(new NetWorth.Statement(Table.newId(), id, owner.id(), receivedOn, true), TEST);
        parts.assets()
                .insert(
                        new NetWorth.Asset(
                                Table.newId(),
                                id,
                                owner.id(),
                                NetWorth.AssetKind.SAVINGS,
                                null,
                                new BigDecimal("90000"),
                                NetWorth.Ownership.INDIVIDUAL,
                                new BigDecimal("100")),
                        TEST);
    }

    private Interest interest(String applicationId) {
        return new Interest(
                Table.newId(),
                applicationId,
                null,
                owner.id(),
                null,
                "Members",
                true,
                new BigDecimal("100"),
                null,
                true,
                true,
                false,
                false,
                null,
                null,
                null,
                false,
                Interest.AcquisitionMode.PURCHASE,
                null,
                null,
                false,
                false,
                false,
                false,
                null,
                false,
                null,
                null);
    }

    private Application addApplication(boolean dbe) {
        return applications.add(
                new Application(
                        Table.newId(),
                        Objects.requireNonNull(firm).id(),
                        Application.Kind.NEW,
                        dbe ? List.of("MBE", "WBE", "DBE") : List.of("MBE", "WBE"),
                        Application.Status.DRAFT,
                        receivedOn,
                        null,
                        null,
                        dbe,
                        dbe ? "UCP" : null,
                        null,
                        "Refused bids in the city.",
                        "Refused bids in the trade.",
                        null,
                        null,
                        null,
                        null),
                TEST);
    }

    private Owner addOwner(boolean questioned) {
        return parts.owners().insert(person(Table.newId(), questioned), TEST);
    }

    private Owner person(String id, boolean questioned) {
        return new Owner(
                id,
                application.id(),
                "Invented Owner " + firm.federalTaxId(),
                Owner.Citizenship.CITIZEN,
                Owner.MinorityCategory.AFRICAN_AMERICAN,
                true,
                false,
                null,
                true,
                questioned,
                questioned ? "A letter of a competitor." : null,
                true,
                true,
                false,
                null,
                null,
                null,
                null);
    }

    private static Firm firm(String taxId) {
        return new Firm(
                Table.newId(),
                taxId,
                "Invented Roofing " + taxId + " LLC",
                null,
                Firm.EntityType.LLC,
                true,
                true,
                null,
                "Jackson",
                "MO",
                null,
                "1 Vine St",
                "Kansas City",
                "MO",
                "64106",
                "office@example.com",
                "816-555-0100",
                null,
                false,
                false,
                null,
                null,
                false,
                null);
    }
}
