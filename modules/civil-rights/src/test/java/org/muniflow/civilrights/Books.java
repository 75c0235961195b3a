package org.muniflow.civilrights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Documents;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.directory.Directory;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.ApplicationFiles;
import org.muniflow.civilrights.file.Applications;
import org.muniflow.civilrights.file.FileParts;
import org.muniflow.civilrights.file.Firm;
import org.muniflow.civilrights.file.Firms;
import org.muniflow.civilrights.file.Owner;
import org.muniflow.civilrights.file.Submissions;
import org.muniflow.civilrights.finding.Audits;
import org.muniflow.civilrights.finding.Determinations;
import org.muniflow.civilrights.reference.ReferenceData;
import org.muniflow.civilrights.standing.Certifications;
import org.muniflow.civilrights.standing.Denials;
import org.muniflow.civilrights.standing.PriorStandings;
import org.muniflow.civilrights.table.Table;
import org.muniflow.civilrights.table.Tables;
import org.muniflow.testkit.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The department's records on an empty database with the real migrations, on a fixed day. */
public final class Books {

    public static final LocalDate TODAY = LocalDate.of(2026, 6, 15); // Monday

    public final Clock clock = Clock.fixed(
            TODAY.atTime(10, 0).atZone(ZoneId.of("America/Chicago")).toInstant(), ZoneId.of("America/Chicago"));
    public final JdbcClient jdbc;
    public final Tables tables;
    public final Firms firms;
    public final Applications applications;
    public final FileParts parts;
    public final ApplicationFiles files;
    public final Determinations determinations;
    public final Audits audits;
    public final Certifications certifications;
    public final Denials denials;
    public final PriorStandings past;
    public final ReferenceData reference;
    public final Directory directory;
    public final StartedCases cases = new StartedCases();
    public final KeptDocuments documents = new KeptDocuments();
    public final Submissions submissions;

    public Books() {
        DataSource source = Database.empty();
        JdbcClient.create(source).sql("create schema civil_rights").update();
        Flyway.configure()
                .dataSource(source)
                .defaultSchema(Database.ofRun() == Database.H2 ? "CIVIL_RIGHTS" : "civil_rights")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        tables = new Tables(jdbc, clock);
        firms = new Firms(tables);
        applications = new Applications(tables);
        parts = new FileParts(tables);
        files = new ApplicationFiles(applications, firms, parts);
        determinations = new Determinations(tables);
        audits = new Audits(tables);
        certifications = new Certifications(tables);
        denials = new Denials(tables);
        past = new PriorStandings(jdbc, tables, firms, denials);
        reference = new ReferenceData(jdbc);
        directory = new Directory(jdbc, tables);
        submissions = new Submissions(applications, firms, cases, documents);
    }

    public Firm firm(String taxId, String name) {
        return firms.add(
                new Firm(
                        Table.newId(),
                        taxId,
                        name,
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
                        null,
                        "en"),
                "test");
    }

    public Application draft() {
        Firm firm = firm("12-3456789", "Kansas Sky Roofing LLC");
        return applications.add(
                new Application(
                        Table.newId(),
                        firm.id(),
                        Application.Kind.NEW,
                        List.of("MBE", "WBE"),
                        Application.Status.DRAFT,
                        LocalDate.of(2026, 6, 1),
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                "test");
    }

    public Owner owner(String applicationId, String name) {
        return parts.owners()
                .insert(
                        new Owner(
                                Table.newId(),
                                applicationId,
                                name,
                                Owner.Citizenship.CITIZEN,
                                Owner.MinorityCategory.AFRICAN_AMERICAN,
                                true,
                                false,
                                null,
                                true,
                                false,
                                null,
                                true,
                                true,
                                false,
                                null,
                                null,
                                null,
                                null),
                        "test");
    }

    public static Visit visit(String action, Map<String, String> query) {
        return new Visit("dora.director", Set.of("creo-director"), TODAY, action, query);
    }

    /** Cases as the platform would number them; remembers what it is told. */
    public static final class StartedCases implements Cases {

        public final List<Map<String, ?>> started = new ArrayList<>();
        public final Map<String, Map<String, ?>> messages = new HashMap<>();
        public final List<String> reopened = new ArrayList<>();
        public boolean waiting = true;

        @Override
        public String start(
                String processKey, String recordId, String title, LocalDate receivedOn, Map<String, ?> variables) {
            started.add(variables);
            return String.format("CERT-2026-%06d", started.size());
        }

        @Override
        public boolean message(String message, String caseNumber, Map<String, ?> variables) {
            if (waiting) {
                messages.put(message, variables);
            }
            return waiting;
        }

        @Override
        public void reopen(String caseNumber, String elementId, String reason, Map<String, ?> variables) {
            reopened.add(elementId);
        }

        @Override
        public Optional<CaseFile> find(String caseNumber) {
            return Optional.empty();
        }
    }

    /** Documents kept in a list. */
    public static final class KeptDocuments implements Documents {

        private final List<StoredDocument> kept = new ArrayList<>();

        @Override
        public StoredDocument store(NewDocument document, InputStream content) {
            try {
                long size = content.readAllBytes().length;
                StoredDocument stored = new StoredDocument(
                        "doc-" + kept.size(),
                        document.recordId(),
                        document.caseNumber(),
                        document.type(),
                        document.fileName(),
                        "application/pdf",
                        size,
                        "00",
                        document.receivedOn(),
                        document.confidential(),
                        document.storedBy());
                kept.add(stored);
                return stored;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public List<StoredDocument> ofRecord(String recordId) {
            return kept.stream().filter(d -> d.recordId().equals(recordId)).toList();
        }

        @Override
        public StoredDocument replace(String documentId, NewVersion version, InputStream content) {
            throw new UnsupportedOperationException("No page of the department replaces documents");
        }

        @Override
        public List<StoredDocument> readable(String recordId, Set<String> groups) {
            return ofRecord(recordId).stream()
                    .filter(document -> document.compartment() == null)
                    .toList();
        }

        @Override
        public List<StoredDocument> versions(String documentId) {
            return kept.stream().filter(d -> d.id().equals(documentId)).toList();
        }

        @Override
        public void attach(String recordId, String caseNumber) {
            // The list needs no case numbers.
        }
    }
}
