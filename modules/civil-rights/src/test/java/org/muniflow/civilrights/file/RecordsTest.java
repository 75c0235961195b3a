package org.muniflow.civilrights.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniflow.api.page.UnknownRecord;
import org.muniflow.civilrights.Books;
import org.muniflow.civilrights.finding.Determination;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.finding.Determination.Kind;
import org.muniflow.civilrights.finding.Determination.StandardOfProof;
import org.muniflow.civilrights.standing.Denial;
import org.muniflow.civilrights.standing.PriorStanding;
import org.muniflow.civilrights.standing.ReasonCode;
import org.muniflow.civilrights.table.Table;

final class RecordsTest {

    private final Books books = new Books();

    @Test
    void anApplicationFileComesBackAsItWasWritten() {
        Application draft = books.draft();
        Owner owner = books.owner(draft.id(), "Ada Park");
        Interest interest = new Interest(
                Table.newId(),
                draft.id(),
                null,
                owner.id(),
                null,
                "Member",
                true,
                new BigDecimal("50.99000000"),
                null,
                false,
                true,
                false,
                false,
                null,
                null,
                null,
                false,
                Interest.AcquisitionMode.PURCHASE,
                LocalDate.of(2019, 1, 2),
                null,
                false,
                false,
                false,
                false,
                null,
                false,
                null,
                null);
        books.parts.interests().insert(interest, "test");
        books.parts
                .affiliates()
                .insert(
                        new Affiliate(
                                Table.newId(),
                                draft.id(),
                                "Sky Holdings",
                                "same owner",
                                new BigDecimal("15000000.00"),
                                12,
                                List.of("238160", "236220")),
                        "test");

        ApplicationFile file = books.files.load(draft.id());

        assertThat(file.application()).isEqualTo(draft);
        assertThat(file.owners()).containsExactly(owner);
        assertThat(file.interests()).containsExactly(interest);
        assertThat(file.affiliates().get(0).naicsCodes()).containsExactly("238160", "236220");
        assertThat(file.affiliates().get(0).annualReceipts()).isEqualByComparingTo("15000000");
        assertThat(file.interestsIn(null)).hasSize(1);
    }

    @Test
    void anUnknownApplicationIsSaidToBeUnknown() {
        assertThatThrownBy(() -> books.files.load("nowhere")).isInstanceOf(UnknownRecord.class);
    }

    @Test
    void theStagesOfAnApplicationKeepTheirDates() {
        Application draft = books.draft();
        String id = draft.id();

        String caseNumber = books.submissions.submit(id, Books.TODAY, "ana.analyst");
        books.applications.requestDocuments(
                id, List.of(DocumentType.STOCK_LEDGER), Books.TODAY, Books.TODAY.plusDays(30), "dora.director");
        books.applications.documentsReceived(id, Books.TODAY.plusDays(9), "ana.analyst");

        Application now = books.applications.get(id);
        assertThat(now.caseNumber()).isEqualTo(caseNumber);
        assertThat(books.applications.byCase(caseNumber)).contains(now);
        assertThat(now.status()).isEqualTo(Application.Status.UNDER_REVIEW);
        assertThat(now.documentsDueOn()).isEqualTo(Books.TODAY.plusDays(30));
        assertThat(books.files.load(id).requests())
                .allMatch(request -> Books.TODAY.plusDays(9).equals(request.receivedOn()));
        assertThat(books.cases.started.get(0).keySet())
                .map(String::valueOf)
                .containsExactlyInAnyOrder("applicationId", "receivedOn", "dbeRequested");
    }

    @Test
    void aLaterFindingReplacesTheEarlierWhichStaysOnFile() {
        String id = books.draft().id();
        books.determinations.record(finding(id, false), "ana.analyst");
        Determination second = books.determinations.record(finding(id, true), "ana.analyst");

        assertThat(books.determinations.standing(id)).containsExactly(second);
        assertThat(books.determinations.all(id)).hasSize(2);
        assertThat(books.determinations.find(id, Criterion.CONTROL, Kind.HUMAN, "MBE", null))
                .contains(second);
    }

    @Test
    void anAuditThatBeganIsRememberedForWithdrawals() {
        String id = books.draft().id();
        assertThat(books.audits.onSiteStartedOn(id)).isEmpty();
        books.audits.schedule(id, LocalDate.of(2026, 7, 1), "ana.analyst");
        assertThat(books.audits.onSiteStartedOn(id)).isEmpty();
        books.audits.start(id, LocalDate.of(2026, 7, 2), "ana.analyst");
        assertThat(books.audits.onSiteStartedOn(id)).contains(LocalDate.of(2026, 7, 2));
    }

    @Test
    void aPersonIsFoundAgainInARevokedFirmWhateverTheCapitals() {
        Application draft = books.draft();
        Firm former = books.firm("98-7654321", "Former Roofs Inc");
        books.past.record(
                new PriorStanding.Controller(
                        Table.newId(), former.id(), "Ada Park", new BigDecimal("60"), true, null, null),
                "test");
        books.past.record(
                new PriorStanding.Revocation(
                        Table.newId(),
                        former.id(),
                        null,
                        LocalDate.of(2023, 6, 30),
                        "CITY_MANAGER",
                        true,
                        List.of("FOR_CAUSE"),
                        null,
                        true,
                        null,
                        null,
                        null),
                "test");

        PriorStanding past = books.past.of(draft.firmId(), List.of("ADA PARK", "Nobody Else"));

        assertThat(past.revocations()).isEmpty();
        assertThat(past.links()).singleElement().satisfies(link -> {
            assertThat(link.firmName()).isEqualTo("Former Roofs Inc");
            assertThat(link.revocations()).hasSize(1);
        });
    }

    @Test
    void aGroundChosenTwiceIsKeptOnce() {
        String id = books.draft().id();
        books.denials.choose(ground(id, "first"), "dora.director");
        books.denials.choose(ground(id, "second"), "dora.director");
        assertThat(books.denials.grounds(id))
                .extracting(Denial.Ground::explanation)
                .containsExactly("second");
    }

    @Test
    void theAreaHasSevenCounties() {
        assertThat(books.reference.counties(Books.TODAY)).hasSize(7);
        assertThat(books.reference.contains("wyandotte County", "Kansas", Books.TODAY))
                .isTrue();
        assertThat(books.reference.contains("Douglas", "KS", Books.TODAY)).isFalse();
        assertThat(books.reference.naics("238160", Books.TODAY))
                .get()
                .extracting("title")
                .isEqualTo("Roofing Contractors");
        assertThat(books.reference.sizeStandard("423390", Books.TODAY))
                .get()
                .extracting("measure")
                .isEqualTo("EMPLOYEES");
        assertThat(books.reference.netWorthLimit(Books.TODAY)).isPresent();
    }

    private static Denial.Ground ground(String applicationId, String explanation) {
        return new Denial.Ground(
                Table.newId(),
                applicationId,
                ReasonCode.PRESENCE_NOT_SHOWN,
                explanation,
                "KCMO Code § 3-461(d)",
                "dora.director",
                Books.TODAY);
    }

    private static Determination finding(String applicationId, boolean met) {
        return new Determination(
                Table.newId(),
                applicationId,
                Criterion.CONTROL,
                "MBE",
                null,
                null,
                Kind.HUMAN,
                StandardOfProof.PREPONDERANCE,
                met,
                null,
                met ? List.of() : List.of("CONTROL_NOT_SHOWN"),
                "The owner hires and fires, signs checks, bids",
                List.of("doc-1", "doc-2"),
                List.of(),
                "KCMO Code § 3-461(m)",
                "ana.analyst",
                Books.TODAY,
                null);
    }
}
