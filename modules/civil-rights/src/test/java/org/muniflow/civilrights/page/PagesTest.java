package org.muniflow.civilrights.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.muniflow.api.law.Reason;
import org.muniflow.api.law.RuleOutcome;
import org.muniflow.api.page.FieldProblem;
import org.muniflow.api.page.RecordPage;
import org.muniflow.api.page.RecordPage.Saved;
import org.muniflow.api.page.Rejected;
import org.muniflow.api.page.UnknownRecord;
import org.muniflow.api.page.UploadedFile;
import org.muniflow.api.page.Visit;
import org.muniflow.civilrights.Books;
import org.muniflow.civilrights.file.Application;
import org.muniflow.civilrights.file.DocumentType;
import org.muniflow.civilrights.file.Firm;
import org.muniflow.civilrights.file.Interest;
import org.muniflow.civilrights.file.NetWorth;
import org.muniflow.civilrights.file.Owner;
import org.muniflow.civilrights.finding.Determination;
import org.muniflow.civilrights.standing.ReasonCode;

final class PagesTest {

    private static final Map<String, String> NO_QUERY = Map.of();

    private final Books books = new Books();

    @Test
    void aPaperApplicationOpensAFileWithItsStampAsDateOfReceipt() {
        NewApplicationPage page = new NewApplicationPage(books.firms, books.applications);
        Saved saved = page.submit("new", paper(LocalDate.of(2026, 6, 12)), visit("open-file")); // Friday
        String id = saved.next().substring(saved.next().lastIndexOf('/') + 1);

        Application application = books.applications.get(id);
        assertThat(application.receivedOn()).isEqualTo(LocalDate.of(2026, 6, 12));
        assertThat(application.status()).isEqualTo(Application.Status.DRAFT);
        assertThat(application.dbeRequested()).isTrue();
        assertThat(fields(() -> page.submit("new", paper(Books.TODAY.plusDays(1)), visit("open-file"))))
                .containsExactlyInAnyOrder("receivedOn", "federalTaxId");
        assertThatThrownBy(() -> page.show("elsewhere", visit(""))).isInstanceOf(UnknownRecord.class);
    }

    @Test
    void anApplicationIsSubmittedOnceAndOnlyWithOwnersAndWork() {
        String id = books.draft().id();
        OverviewPage page = new OverviewPage(books.files, books.applications, books.submissions);
        assertThat(fields(() -> page.submit(id, nothing(), visit("submit-application"))))
                .hasSize(2);

        books.owner(id, "Ada Park");
        naics().submit(id, new NaicsPage.Form("238160", true, null, null), visit("save-naics"));
        assertThat(page.submit(id, nothing(), visit("submit-application")).message())
                .contains("CERT-2026-000001");
        assertThat(books.cases.started.get(0).get("receivedOn")).isEqualTo("2026-06-01");
        assertThatThrownBy(() -> page.submit(id, nothing(), visit("submit-application")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void ownersAreAddedChangedAndRemovedOneAtATime() {
        String id = books.draft().id();
        OwnersPage page = new OwnersPage(books.files, books.parts);
        page.submit(id, person("Ada Park"), visit("save-owner"));
        assertThat(fields(() -> page.submit(id, person("ada park"), visit("save-owner"))))
                .containsExactly("name");
        assertThat(fields(() -> page.submit(id, person(null), visit("save-owner"))))
                .containsExactly("name");

        Owner owner = books.files.load(id).owners().get(0);
        page.submit(id, person("Ada Park-Jones"), visit("save-owner", owner.id()));
        assertThat(books.files.load(id).owners()).extracting(Owner::name).containsExactly("Ada Park-Jones");
        assertThat(page.show(id, visit("", owner.id())).form())
                .isEqualTo(OwnerForm.of(books.files.load(id).owners().get(0)));

        interests().submit(id, interest(owner.id(), "60"), visit("save-interest"));
        assertThatThrownBy(() -> page.submit(id, person(null), visit("remove-owner", owner.id())))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("still has interests");
    }

    @Test
    void aClassIsNotHeldToMoreThanAHundredPercent() {
        String id = books.draft().id();
        Owner ada = books.owner(id, "Ada Park");
        Owner ben = books.owner(id, "Ben Osgood");
        interests().submit(id, interest(ada.id(), "50.99"), visit("save-interest"));
        assertThat(fields(() -> interests().submit(id, interest(ben.id(), "49.02"), visit("save-interest"))))
                .containsExactly("percentOfClass");
        interests().submit(id, interest(ben.id(), "49.01"), visit("save-interest"));
        assertThat(books.files.load(id).interests())
                .extracting(Interest::percentOfClass)
                .hasSize(2);
        assertThat(fields(() -> interests().submit(id, interest("someone", "1"), visit("save-interest"))))
                .containsExactly("holder");
    }

    @Test
    void anUnknownOrRepeatedNaicsCodeIsRefused() {
        String id = books.draft().id();
        naics().submit(id, new NaicsPage.Form("238160", true, null, null), visit("save-naics"));
        assertThat(fields(
                        () -> naics().submit(id, new NaicsPage.Form("238160", true, null, null), visit("save-naics"))))
                .containsExactly("code");
        assertThat(fields(
                        () -> naics().submit(id, new NaicsPage.Form("123456", true, null, null), visit("save-naics"))))
                .containsExactly("code");
    }

    @Test
    void R_209_isAskedWithTheStatementAsItStands() {
        String id = books.draft().id();
        Owner ada = books.owner(id, "Ada Park");
        NetWorthPage page = new NetWorthPage(books.files, books.parts, books.reference, (rule, facts) -> {
            assertThat(rule).isEqualTo("R-209");
            assertThat(facts.get("statedFor")).isEqualTo("2026-06-01");
            assertThat(String.valueOf(facts.get("assets"))).contains("sharePercent=50");
            return RuleOutcome.of(
                    "COMPUTED", (Object) Map.of("netWorth", "200000.00"), new Reason("COMPUTED", "It is so.", ""));
        });
        page.submit(id, worth(ada.id(), Books.TODAY, null, null), visit("save-statement"));
        page.submit(id, worth(null, null, ada.id(), new BigDecimal("400000")), visit("save-asset"));

        assertThat(facts(page.show(id, visit("")))).containsEntry("Ada Park", "net worth $200,000.00: It is so.");
        assertThat(fields(() -> page.submit(id, worth(ada.id(), Books.TODAY, null, null), visit("save-statement"))))
                .containsExactly("statementOwner");
    }

    @Test
    void documentsThatCameInTimeMoveTheCaseOn() {
        String id = waiting();
        EvidencePage page = evidence();
        assertThat(fields(() -> page.submit(id, came(Books.TODAY.plusDays(1)), visit("documents-received"))))
                .containsExactly("documentsReceivedOn");
        page.submit(id, came(LocalDate.of(2026, 6, 10)), visit("documents-received"));
        assertThat(books.cases.messages.get("documentsReceived").get("documentsReceivedOn"))
                .isEqualTo("2026-06-10");
        assertThat(books.cases.reopened).isEmpty();
    }

    @Test
    void documentsThatCameInTimeButWereKeyedLateReopenTheCase() {
        String id = waiting();
        books.cases.waiting = false;
        evidence().submit(id, came(LocalDate.of(2026, 6, 12)), visit("documents-received"));
        assertThat(books.cases.reopened).containsExactly("serviceTask_restoreTimelyFile");
    }

    @Test
    void documentsThatCameAfterTheDeadlineDoNotStopTheDenial() {
        String id = waiting();
        assertThat(fields(() -> evidence().submit(id, came(LocalDate.of(2026, 6, 13)), visit("documents-received"))))
                .containsExactly("documentsReceivedOn");
        assertThat(books.cases.messages).isEmpty();
    }

    @Test
    void anUploadIsStoredWithTypeAndDate() {
        String id = books.draft().id();
        Visit visit = new Visit(
                "ana.analyst",
                Set.of("creo-analyst"),
                Books.TODAY,
                "upload",
                NO_QUERY,
                List.of(new UploadedFile(
                        "paper", "license.pdf", "application/pdf", 3, () -> new ByteArrayInputStream(new byte[3]))));
        evidence().submit(id, new EvidencePage.Form(DocumentType.LICENSE, Books.TODAY, false, null), visit);
        assertThat(books.documents.ofRecord(id)).singleElement().satisfies(d -> {
            assertThat(d.type()).isEqualTo("LICENSE");
            assertThat(d.receivedOn()).isEqualTo(Books.TODAY);
        });
    }

    @Test
    void aFindingNeedsReasonsAndAGroundWhenNotMet() {
        String id = books.draft().id();
        DeterminationsPage page = new DeterminationsPage(books.files, books.determinations, books.documents);
        assertThat(fields(() -> page.submit(id, finding(false, null, null), visit("record-finding"))))
                .containsExactlyInAnyOrder("reasons", "reasonCode");
        page.submit(id, finding(false, ReasonCode.CONTROL_NOT_SHOWN, "He decides alone."), visit("record-finding"));
        assertThat(books.determinations.standing(id)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Determination.Kind.HUMAN);
            assertThat(found.decidedBy()).isEqualTo("dora.director");
            assertThat(found.cites()).isEqualTo("KCMO Code § 3-461(m)");
        });
    }

    @Test
    void onlyTheDirectorChoosesGrounds() {
        String id = books.draft().id();
        DenialPage page = new DenialPage(books.files, books.denials, books.determinations);
        DenialPage.Form form = new DenialPage.Form(ReasonCode.SIZE_EXCEEDED, "Twice the standard.");
        Visit analyst = new Visit("ana.analyst", Set.of("creo-analyst"), Books.TODAY, "save-ground", NO_QUERY);
        assertThatThrownBy(() -> page.submit(id, form, analyst)).isInstanceOf(Rejected.class);
        page.submit(id, form, visit("save-ground"));
        assertThat(books.denials.grounds(id)).extracting("cites").containsExactly("KCMO Code § 3-461(k)");
    }

    @Test
    void aWithdrawalIsToldToTheCase() {
        String id = books.draft().id();
        WithdrawalPage page = new WithdrawalPage(books.files, books.audits, books.cases);
        assertThat(fields(() -> page.submit(id, new WithdrawalPage.Form(Books.TODAY), visit("withdraw"))))
                .containsExactly("");
        books.submissions.submit(id, Books.TODAY, "ana.analyst");
        assertThat(fields(() -> page.submit(id, new WithdrawalPage.Form(LocalDate.of(2026, 5, 31)), visit("withdraw"))))
                .containsExactly("withdrawnOn");
        page.submit(id, new WithdrawalPage.Form(Books.TODAY), visit("withdraw"));
        assertThat(books.cases.messages.get("withdrawalRequested").get("withdrawnOn"))
                .isEqualTo("2026-06-15");
    }

    @Test
    void aClosedFileCanOnlyBeRead() {
        String id = books.draft().id();
        books.applications.decide(id, Application.Status.APPROVED, Books.TODAY, "dora.director");
        OwnersPage page = new OwnersPage(books.files, books.parts);
        assertThat(page.show(id, visit("")).model().get("editable")).isEqualTo(false);
        assertThatThrownBy(() -> page.submit(id, person("Ada Park"), visit("save-owner")))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("approved");
    }

    @Test
    void everyPageShowsAnEmptyFileAndIsOpenToCertificationStaffOnly() {
        String id = books.draft().id();
        List<RecordPage<?>> pages = List.of(
                new OverviewPage(books.files, books.applications, books.submissions),
                new FirmPage(books.files, books.firms),
                new OwnersPage(books.files, books.parts),
                interests(),
                new AffiliatesPage(books.files, books.parts),
                naics(),
                new NetWorthPage(books.files, books.parts, books.reference, (rule, facts) -> RuleOutcome.of("X", null)),
                new PresencePage(books.files, books.parts, books.reference),
                evidence(),
                new DeterminationsPage(books.files, books.determinations, books.documents),
                new AuditPage(books.files, books.audits),
                new WithdrawalPage(books.files, books.audits, books.cases),
                new DenialPage(books.files, books.denials, books.determinations),
                new CertificatePage(books.files, books.certifications, books.directory));
        for (RecordPage<?> page : pages) {
            assertThat(page.show(id, visit("")).heading()).as(page.key()).isEqualTo("Kansas Sky Roofing LLC");
            assertThat(page.readers()).containsExactlyInAnyOrder("creo-analyst", "creo-director");
        }
        assertThat(pages).extracting(RecordPage::key).doesNotHaveDuplicates();
    }

    private String waiting() {
        String id = books.draft().id();
        books.submissions.submit(id, LocalDate.of(2026, 6, 1), "ana.analyst");
        books.applications.requestDocuments(
                id,
                List.of(DocumentType.STOCK_LEDGER),
                LocalDate.of(2026, 6, 2),
                LocalDate.of(2026, 6, 12),
                "dora.director");
        return id;
    }

    private EvidencePage evidence() {
        return new EvidencePage(books.files, books.applications, books.documents, books.cases);
    }

    private InterestsPage interests() {
        return new InterestsPage(books.files, books.parts, books.documents);
    }

    private NaicsPage naics() {
        return new NaicsPage(books.files, books.parts, books.reference);
    }

    private static EvidencePage.Form came(LocalDate on) {
        return new EvidencePage.Form(null, null, null, on);
    }

    private static OverviewPage.Form nothing() {
        return new OverviewPage.Form(null, null, null, null, null);
    }

    private static NewApplicationForm paper(LocalDate receivedOn) {
        return new NewApplicationForm(
                receivedOn,
                "90-7654321",
                "Paper Firm LLC",
                Firm.EntityType.LLC,
                List.of("MBE", "DBE"),
                "1 Vine St",
                "Kansas City",
                "MO",
                "64106",
                "office@example.com",
                null);
    }

    private static OwnerForm person(String name) {
        return new OwnerForm(
                name,
                Owner.Citizenship.CITIZEN,
                Owner.MinorityCategory.NONE,
                false,
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
                null);
    }

    private static InterestForm interest(String holder, String percent) {
        return new InterestForm(
                null,
                holder,
                "Member",
                true,
                new BigDecimal(percent),
                null,
                false,
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
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static NetWorthForm worth(String statementOwner, LocalDate asOf, String assetOwner, BigDecimal value) {
        return new NetWorthForm(
                statementOwner,
                asOf,
                true,
                assetOwner,
                NetWorth.AssetKind.SAVINGS,
                null,
                value,
                NetWorth.Ownership.JOINT_SPOUSE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static DeterminationsPage.Form finding(boolean met, ReasonCode code, String reasons) {
        return new DeterminationsPage.Form(
                Determination.Criterion.CONTROL,
                null,
                null,
                null,
                met,
                Determination.StandardOfProof.PREPONDERANCE,
                code,
                reasons,
                List.of(),
                null);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> facts(RecordPage.View view) {
        return (Map<String, String>) view.model().get("facts");
    }

    private static Visit visit(String action) {
        return Books.visit(action, NO_QUERY);
    }

    private static Visit visit(String action, String item) {
        return Books.visit(action, Map.of("item", item));
    }

    private static List<String> fields(Supplier<?> submission) {
        try {
            submission.get();
            return List.of();
        } catch (Rejected rejected) {
            return rejected.problems().stream().map(FieldProblem::field).toList();
        }
    }
}
