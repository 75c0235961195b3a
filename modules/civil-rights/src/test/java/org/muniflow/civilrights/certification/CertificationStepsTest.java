package org.muniflow.civilrights.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.muniflow.civilrights.Books.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.civilrights.Steps;
import org.muniflow.civilrights.denial.AppealRoute;
import org.muniflow.civilrights.directory.DirectoryEntry;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.file.DocumentRequest;
import org.muniflow.civilrights.file.DocumentType;
import org.muniflow.civilrights.file.Program;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.review.OfApplication;
import org.muniflow.civilrights.standing.Certification;
import org.muniflow.civilrights.standing.Denial;
import org.muniflow.civilrights.standing.PriorStanding;
import org.muniflow.civilrights.standing.ReasonCode;
import org.muniflow.civilrights.table.Table;

final class CertificationStepsTest {

    private static final String OWNER = "Darnell Whitfield";

    private final Steps steps = new Steps();
    private final String id = steps.filed("01-eligible-mbe");
    private final String firmId = steps.books.applications.get(id).firmId();

    @ParameterizedTest
    @CsvSource({"2025-06-14, false, ", "2025-06-15, true, 2026-06-15", "2026-05-01, true, 2027-05-01"})
    void aWithdrawalBarsThroughItsAnniversary(LocalDate withdrawnOn, boolean barred, LocalDate until) {
        steps.books.past.withdraw(null, firmId, withdrawnOn, withdrawnOn.plusYears(1), "test");
        assertThat(steps.step(FindReapplicationBar.class).execute(of(), Steps.today()))
                .isEqualTo(new FindReapplicationBar.Output(barred, until));
    }

    @Test
    void aBarredFirmIsToldTheLongerBarAndTheFirstDayAfterIt() {
        steps.books.past.withdraw(null, firmId, TODAY.minusMonths(8), TODAY.plusMonths(4), "test");
        denied(TODAY.minusMonths(3));
        steps.step(RefuseBarredApplication.class).execute(of(), Steps.today());

        LocalDate until = TODAY.plusMonths(9);
        assertThat(status()).isEqualTo(Status.NOT_ACCEPTED);
        assertLetter(
                "application-barred",
                Channel.MAIL,
                null,
                "firmName",
                "receivedOn",
                "reasons",
                "barredUntil",
                "firstDay");
        assertThat(steps.letter().data().get("barredUntil")).isEqualTo(until);
        assertThat(steps.letter().data().get("firstDay")).isEqualTo(until.plusDays(1));
        assertThat(steps.letter().data().get("reasons")).asList().hasSize(2);
        assertThat(steps.letter().cites()).isEqualTo("KCMO Code § 3-461(h); KCMO Code § 3-461(r)(1)");
    }

    @ParameterizedTest
    @CsvSource({"2021-06-14, true, false", "2021-06-15, true, true", "2025-01-01, false, false"})
    void theLookBackReachesFiveYearsToRevocationsForCause(LocalDate revokedOn, boolean forCause, boolean hit) {
        String former = formerFirm();
        steps.books.past.record(
                new PriorStanding.Revocation(
                        Table.newId(),
                        former,
                        null,
                        revokedOn,
                        "CITY_MANAGER",
                        forCause,
                        List.of(),
                        null,
                        false,
                        null,
                        null,
                        null),
                "test");

        assertThat(steps.step(CheckLookBack.class).execute(of(), Steps.today()).lookBackHit())
                .isEqualTo(hit);
        assertThat(steps.rulesOn(id, Criterion.HISTORY)).singleElement().satisfies(found -> {
            assertThat(found.met()).isEqualTo(!hit);
            assertThat(found.reasonCodes()).isEqualTo(hit ? List.of("LOOKBACK_REVOKED_5Y") : List.of());
        });
    }

    @ParameterizedTest
    @CsvSource({", false, 0", "ALL, true, 2", "238210, true, 2"})
    void aGraduatedFirmOfAnOwnerBarsItsTypesOfWork(String naics, boolean barred, int findings) {
        String former = formerFirm();
        if (naics != null) {
            steps.books.past.record(
                    new PriorStanding.Graduation(
                            Table.newId(), former, naics, null, TODAY.minusYears(1), TODAY.plusYears(2), null, null),
                    "test");
        }
        assertThat(steps.step(CheckGraduationBar.class)
                        .execute(of(), Steps.today())
                        .graduationBarred())
                .isEqualTo(barred);
        assertThat(steps.rulesOn(id, Criterion.HISTORY))
                .hasSize(findings)
                .allMatch(found -> !found.met() && found.reasonCodes().contains("GRADUATED_OWNER_OR_AFFILIATE"));
    }

    @Test
    void aCompleteFileIsCalledComplete() {
        assertThat(complete(id, true)).isEmpty();
    }

    @Test
    void aFileThatLacksDocumentsIsNotCalledComplete() {
        String draft = steps.books.draft().id();
        assertThat(complete(draft, true))
                .anyMatch(one -> one.startsWith("Missing: Operating agreement (KCMO Code § 3-461(g))"))
                .anyMatch(one -> one.contains("KCMO Code § 3-461(b)"));
        assertThat(complete(draft, false)).isEmpty();
        assertThat(complete(draft, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-16, ",
        "2027-06-15, ",
        ", No last day",
        "2026-06-15, leaves the firm no time",
        "2026-06-14, leaves the firm no time",
        "2027-06-16, more than a year"
    })
    void theDeadlineForDocumentsIsADayToComeWithinAYear(LocalDate dueOn, String problem) {
        var problems = steps.step(DeadlineSet.class).problems(new DeadlineSet.Input(dueOn), Steps.today());
        if (problem == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().asString().contains(problem);
        }
    }

    @Test
    void eachMissingDocumentIsRequestedOnceHoweverOftenTheFirmIsAsked() {
        String draft = steps.books.draft().id();
        var output = request(draft);
        List<DocumentType> asked = requests(draft);
        request(draft);

        assertThat(output.documentsRequestedOn()).isEqualTo(TODAY);
        assertThat(asked).contains(DocumentType.OPERATING_AGREEMENT).doesNotHaveDuplicates();
        assertThat(requests(draft)).isEqualTo(asked);
        assertThat(steps.books.applications.get(draft).status()).isEqualTo(Status.DOCS_REQUESTED);
        assertThat(steps.books.applications.get(draft).documentsDueOn()).isEqualTo(TODAY.plusDays(20));
        assertLetter("documents-request", Channel.MAIL, null, "firmName", "receivedOn", "documents", "documentsDueOn");
        assertThat(steps.letter().data().get("documents"))
                .isEqualTo(asked.stream().map(DocumentType::title).toList());
    }

    @Test
    void whatTheLawDoesNotListIsRequestedAsAnotherDocument() {
        request(id);
        assertThat(requests(id)).containsExactly(DocumentType.OTHER);
    }

    @ParameterizedTest
    @CsvSource({"2026-07-05, COMPLETE, true", "2026-07-06, MISSING, false", ", MISSING, false"})
    void documentsCountByTheDayOfReceipt(LocalDate receivedOn, String outcome, boolean met) {
        request(id);
        if (receivedOn != null) {
            steps.books.applications.documentsReceived(id, receivedOn, "test");
        }
        recordMissing();
        assertThat(steps.rulesOn(id, Criterion.DOCUMENTS)).singleElement().satisfies(found -> {
            assertThat(found.outcome()).isEqualTo(outcome);
            assertThat(found.met()).isEqualTo(met);
            assertThat(found.reasonCodes()).isEqualTo(met ? List.of() : List.of("DOCUMENTS_MISSING"));
            assertThat(found.decidedBy()).isEqualTo("step");
        });
    }

    @Test
    void documentsReceivedByTheDeadlineAndKeyedLateRestoreTheFile() {
        missedDeadline();
        restore(TODAY.plusDays(20));

        assertThat(steps.actsInTime).containsExactly(Steps.CASE + " C-DOCUMENTS 2026-07-05");
        assertThat(status()).isEqualTo(Status.UNDER_REVIEW);
        assertThat(steps.rulesOn(id, Criterion.DOCUMENTS)).singleElement().satisfies(found -> assertThat(found.met())
                .isTrue());
        assertThat(steps.books.denials.grounds(id))
                .extracting(Denial.Ground::code)
                .containsExactly(ReasonCode.CONTROL_NOT_SHOWN);
        assertThat(steps.journal).singleElement().asString().contains("they are timely", "§ 3-461(g)");
    }

    @Test
    void documentsReceivedAfterTheDeadlineLeaveTheFindingAsItStands() {
        missedDeadline();
        restore(TODAY.plusDays(21));

        assertThat(steps.actsInTime).isEmpty();
        assertThat(status()).isEqualTo(Status.DOCS_REQUESTED);
        assertThat(steps.rulesOn(id, Criterion.DOCUMENTS)).singleElement().satisfies(found -> assertThat(found.met())
                .isFalse());
        assertThat(steps.books.denials.grounds(id)).hasSize(2);
        assertThat(steps.journal).singleElement().asString().contains("they are late");
    }

    @Test
    void aCertificationNeedsReasonsAndAProgramThatTheFirmAskedFor() {
        steps.reviewed(id);
        assertThat(decision(Decision.CERTIFY, true, null, null, "Eligible.")).isEmpty();
        assertThat(decision(Decision.CERTIFY, true, null, null, " "))
                .singleElement()
                .asString()
                .contains("§ 3-461(i)");
        assertThat(decision(Decision.CERTIFY, null, false, null, "Eligible."))
                .singleElement()
                .asString()
                .contains("No program is chosen", "§ 3-461(a)");
        assertThat(decision(Decision.CERTIFY, null, true, null, "Eligible."))
                .singleElement()
                .asString()
                .contains("did not apply as", "§ 3-461(a)");
    }

    @Test
    void aCertificationRestsOnEveryFinding() {
        assertThat(decision(Decision.CERTIFY, true, null, null, "Eligible.")).anyMatch(one -> one.startsWith("MBE: "));
        steps.reviewed(id);
        steps.found(id, Criterion.CONTROL, false, "The lender decides.", ReasonCode.CONTROL_NOT_SHOWN);
        assertThat(decision(Decision.CERTIFY, true, null, null, "Eligible."))
                .anyMatch(one -> one.startsWith("MBE: Control is not met: CONTROL_NOT_SHOWN"));
    }

    @Test
    void mentorAndProtegeAreCertifiedByRecordedCriteria() {
        steps.books
                .jdbc
                .sql("update civil_rights.application set programs = 'MENTOR_PROTEGE'")
                .update();
        steps.reviewed(id);
        assertThat(decision(Decision.CERTIFY, null, null, true, "Eligible."))
                .singleElement()
                .asString()
                .contains("§ 3-421(a)(32)", "A-74");
        steps.found(id, Criterion.MENTOR_PROTEGE, true, "The mentor's plan is on file.");
        assertThat(decision(Decision.CERTIFY, null, null, true, "Eligible.")).isEmpty();
    }

    @Test
    void aDenialNeedsOnlyItsReasons() {
        assertThat(decision(Decision.DENY, null, null, null, "Control was not shown."))
                .isEmpty();
        assertThat(decision(Decision.DENY, null, null, null, null))
                .singleElement()
                .asString()
                .contains("§ 3-461(i)");
    }

    @ParameterizedTest
    @CsvSource({"2026-06-15, 2029-06-15", "2028-02-29, 2031-02-28", "2027-12-31, 2030-12-31"})
    void aCertificationExpiresThreeYearsFromItsDate(LocalDate certifiedOn, LocalDate expiresOn) {
        steps.reviewed(id);
        assertThat(issue(certifiedOn, true, null)).isEqualTo(new IssueCertification.Output(certifiedOn, expiresOn));

        assertThat(steps.books.certifications.ofApplication(id)).singleElement().satisfies(one -> {
            assertThat(one.program()).isEqualTo("MBE");
            assertThat(one.expiresOn()).isEqualTo(expiresOn);
            assertThat(steps.books.certifications.lines(one.id()))
                    .extracting(Certification.Line::code)
                    .containsExactly("238210");
        });
        assertThat(status()).isEqualTo(Status.APPROVED);
        assertThat(steps.books.applications.get(id).decidedOn()).isEqualTo(certifiedOn);
        assertThat(steps.books.past.of(firmId, List.of(OWNER, "Paul Keene")).links())
                .extracting(PriorStanding.Link::controller)
                .extracting(PriorStanding.Controller::personName, PriorStanding.Controller::controlled)
                .containsExactly(tuple(OWNER, true), tuple("Paul Keene", false));
    }

    @Test
    void onlyTheChosenProgramsAreCertified() {
        steps.reviewed(id);
        issue(TODAY, false, true);
        assertThat(steps.books.certifications.ofApplication(id))
                .extracting(Certification::program)
                .containsExactly("MENTOR_PROTEGE");
    }

    @Test
    void theDirectoryListsEachCertificationThroughItsTerm() {
        PublishDirectoryEntry publish = steps.step(PublishDirectoryEntry.class);
        publish.execute(of(), Steps.today());
        assertThat(steps.books.directory.ofFirm(firmId)).isEmpty();

        steps.reviewed(id);
        issue(TODAY, true, true);
        publish.execute(of(), Steps.on(TODAY.plusDays(1)));
        assertThat(steps.books.directory.ofFirm(firmId))
                .extracting(DirectoryEntry::program, DirectoryEntry::listedFrom, DirectoryEntry::listedTo)
                .containsExactlyInAnyOrder(
                        tuple("MBE", TODAY, TODAY.plusYears(3)), tuple("MENTOR_PROTEGE", TODAY, TODAY.plusYears(3)));
    }

    @Test
    void theCertificationNoticeNamesProgramsWorkAndExpiry() {
        steps.reviewed(id);
        issue(TODAY, true, true);
        steps.step(SendCertificationNotice.class)
                .execute(new SendCertificationNotice.Input(id, TODAY, TODAY.plusYears(3)), Steps.today());

        assertLetter(
                "certification",
                Channel.MAIL,
                null,
                "firmName",
                "certificateNumber",
                "certifications",
                "certifiedOn",
                "expiresOn",
                "naics");
        Map<String, ?> data = steps.letter().data();
        assertThat(data.get("certificateNumber")).isEqualTo(Steps.CASE);
        assertThat(data.get("certifications"))
                .asList()
                .containsExactlyInAnyOrder(Program.MBE.title(), Program.MENTOR_PROTEGE.title());
        assertThat(data.get("naics")).asList().singleElement().asString().contains("238210", "Electrical");
    }

    @Test
    void aDenialNamesItsGroundsEachExplained() {
        assertThat(grounded()).singleElement().asString().contains("No ground of denial is chosen", "§ 3-461(s)(3)");
        steps.ground(id, ReasonCode.CONTROL_NOT_SHOWN, " ");
        assertThat(grounded()).singleElement().asString().contains("not explained", "§ 3-461(m)", "page Denial");
        steps.ground(id, ReasonCode.CONTROL_NOT_SHOWN, "The lender decides.");
        assertThat(grounded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SIZE_EXCEEDED, SIZE",
        "PRESENCE_NOT_SHOWN, PRESENCE",
        "DOCUMENTS_MISSING, DOCUMENTS",
        "AUDIT_REFUSED, COOPERATION",
        "LOOKBACK_REVOKED_5Y, HISTORY"
    })
    void aGroundThatARuleDecidesRestsOnAFinding(ReasonCode code, Criterion criterion) {
        steps.ground(id, code, "As the file shows.");
        assertThat(grounded()).singleElement().asString().contains("No finding in the file", code.cites());
        steps.found(id, criterion, true, "Met after all.", code);
        assertThat(grounded()).hasSize(1);
        steps.found(id, criterion, false, "As the file shows.", code);
        assertThat(grounded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "01-eligible-mbe, CONTROL_NOT_SHOWN, CITY",
        "01-eligible-mbe, SIZE_EXCEEDED, NONE",
        "01-eligible-mbe, DOCUMENTS_MISSING, NONE",
        "04-dbe-requested, CONTROL_NOT_SHOWN, UCP",
        "04-dbe-requested, PRESENCE_NOT_SHOWN, NONE"
    })
    void theGroundsDecideWhereTheFirmMayAppealAndADenialBarsForAYear(
            String sample, ReasonCode code, AppealRoute route) {
        String application = sample.startsWith("01") ? id : steps.filed(sample);
        steps.ground(application, code, "As the file shows.");
        assertThat(steps.step(DetermineAppealRoute.class).execute(new OfApplication(application), Steps.today()))
                .isEqualTo(new DetermineAppealRoute.Output(route.name(), TODAY.plusYears(1)));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-14, 2027-06-15", "2026-06-15, "})
    void aFirmThatIsCertifiedOnTheDayOfTheDenialIsNotBarred(LocalDate certifiedThrough, LocalDate barredUntil) {
        steps.books.certifications.issue(
                firmId, id, Program.WBE, TODAY.minusYears(3), certifiedThrough, List.of(), "test");
        steps.ground(id, ReasonCode.CONTROL_NOT_SHOWN, "The lender decides.");
        assertThat(steps.step(DetermineAppealRoute.class)
                        .execute(of(), Steps.today())
                        .barredUntil())
                .isEqualTo(barredUntil);
    }

    @Test
    void theDenialIsRecordedWithGroundsRouteAndBar() {
        steps.ground(id, ReasonCode.CONTROL_NOT_SHOWN, "The lender decides.");
        steps.ground(id, ReasonCode.SIZE_EXCEEDED, "Receipts exceed the standard.");
        recordDenial(AppealRoute.NONE);

        assertThat(status()).isEqualTo(Status.DENIED);
        assertThat(steps.books.denials.ofApplication(id)).hasValueSatisfying(denial -> {
            assertThat(denial.deniedOn()).isEqualTo(TODAY);
            assertThat(denial.reasonCodes()).containsExactlyInAnyOrder("CONTROL_NOT_SHOWN", "SIZE_EXCEEDED");
            assertThat(denial.reasons()).contains("The lender decides.", "Receipts exceed the standard.");
            assertThat(denial.cites()).contains("§ 3-461(m)", "§ 3-461(k)");
            assertThat(denial.reconsiderable()).isFalse();
            assertThat(denial.dbeApplied()).isFalse();
            assertThat(denial.appealRoute()).isEqualTo("NONE");
            assertThat(denial.barredUntil()).isEqualTo(TODAY.plusYears(1));
            assertThat(denial.decidedBy()).isEqualTo("dora.director");
        });
    }

    @Test
    void aDenialOnEveryGroundFitsTheRecord() {
        for (ReasonCode code : ReasonCode.values()) {
            steps.ground(id, code, "As the file shows.");
        }
        recordDenial(AppealRoute.NONE);
        assertThat(steps.books.denials.ofApplication(id))
                .hasValueSatisfying(denial -> assertThat(denial.reasonCodes()).hasSize(ReasonCode.values().length));
    }

    @Test
    void explanationsLongerThanTheRecordAreCutInTheRecordOnly() {
        String longest = "x".repeat(2000);
        steps.ground(id, ReasonCode.CONTROL_NOT_SHOWN, longest);
        steps.ground(id, ReasonCode.NOT_INDEPENDENT, longest);
        steps.ground(id, ReasonCode.NO_CUF, longest);
        recordDenial(AppealRoute.CITY);
        assertThat(steps.books.denials.ofApplication(id))
                .hasValueSatisfying(denial -> assertThat(denial.reasons()).hasSize(4000));
        notice(AppealRoute.CITY, null);
        assertThat(steps.letter().data().get("reasons")).asList().hasSize(3).allMatch(reason -> reason.toString()
                .contains(longest));
    }

    @Test
    void receiptOfADenialThatMayBeAppealedToTheCityStartsTheClock() {
        steps.ground(id, ReasonCode.CONTROL_NOT_SHOWN, "The lender decides.");
        notice(AppealRoute.CITY, TODAY.plusYears(1));

        assertLetter(
                "denial",
                Channel.CERTIFIED_MAIL,
                "C-105",
                "firmName",
                "receivedOn",
                "decidedOn",
                "reasons",
                "appealRoute",
                "appealPeriod",
                "barredUntil",
                "firstDay");
        assertThat(steps.letter().data().get("firstDay"))
                .isEqualTo(TODAY.plusYears(1).plusDays(1));
        assertThat(steps.letter().data().get("reasons"))
                .asList()
                .singleElement()
                .isEqualTo(Map.of(
                        "text",
                        "Control by qualifying owners was not shown. The lender decides.",
                        "cites",
                        "KCMO Code § 3-461(m)"));
        assertThat(steps.letter().cites()).isEqualTo("KCMO Code § 3-461(r); KCMO Code § 3-461(m)");
    }

    @Test
    void aFirmThatWantsSpanishGetsItsDenialSoAndInItsPortalInbox() {
        steps.books
                .jdbc
                .sql("update civil_rights.firm set letter_language = 'es'")
                .update();
        steps.ground(id, ReasonCode.CONTROL_NOT_SHOWN, "The lender decides.");
        notice(AppealRoute.CITY, null);

        assertThat(steps.letter().language()).isEqualTo("es");
        assertThat(steps.letter().to().inbox()).isEqualTo(steps.letter().caseNumber());
        assertThat(steps.letter().data().get("appealPeriod")).isEqualTo("20 días hábiles");
        assertThat(steps.letter().data().get("reasons"))
                .asList()
                .singleElement()
                .isEqualTo(Map.of(
                        "text",
                        "No se demostró el control por los dueños que cumplen los requisitos. The lender decides.",
                        "cites",
                        "KCMO Code § 3-461(m)"));
    }

    @ParameterizedTest
    @CsvSource({"NONE", "UCP"})
    void receiptOfAnotherDenialStartsNoClock(AppealRoute route) {
        steps.ground(id, ReasonCode.CONTROL_NOT_SHOWN, "The lender decides.");
        notice(route, null);
        assertLetter(
                "denial",
                Channel.CERTIFIED_MAIL,
                null,
                "firmName",
                "receivedOn",
                "decidedOn",
                "reasons",
                "appealRoute");
    }

    @Test
    void aDenialWithoutReasonsIsNotSent() {
        assertThatThrownBy(() -> notice(AppealRoute.CITY, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Steps.CASE)
                .hasMessageContaining("Confirm denial");
        assertThat(steps.letters).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-06-09, true", "2026-06-10, false", "2026-06-11, false"})
    void aFirmMayWithdrawBeforeTheDayOnWhichTheAuditStarts(LocalDate withdrawnOn, boolean allowed) {
        LocalDate started = LocalDate.of(2026, 6, 10);
        steps.books.audits.schedule(id, started, "test");
        assertThat(check(withdrawnOn)).isEqualTo(new CheckWithdrawal.Output(true, null));
        steps.books.audits.start(id, started, "test");
        assertThat(check(withdrawnOn)).isEqualTo(new CheckWithdrawal.Output(allowed, started));
    }

    @Test
    void aDecidedApplicationIsNotWithdrawn() {
        steps.books.applications.decide(id, Status.APPROVED, TODAY, "test");
        assertThat(check(TODAY).withdrawalAllowed()).isFalse();
        assertThat(check(TODAY.minusDays(1)).withdrawalAllowed()).isTrue();
    }

    @Test
    void aRefusedWithdrawalTellsWhenTheAuditStarted() {
        steps.books.audits.start(id, TODAY.minusDays(1), "test");
        steps.step(RefuseWithdrawal.class).execute(new OfWithdrawal(id, TODAY), Steps.today());
        assertLetter("withdrawal-refused", Channel.MAIL, null, "firmName", "withdrawnOn", "auditStartedOn");
        assertThat(status()).isEqualTo(Status.SUBMITTED);
    }

    @Test
    void aWithdrawalBarsForAYearFromItsReceipt() {
        LocalDate received = TODAY.minusDays(4);
        steps.step(RecordWithdrawal.class).execute(new OfWithdrawal(id, received), Steps.byTimer());

        assertThat(status()).isEqualTo(Status.WITHDRAWN);
        assertThat(steps.books.applications.get(id).withdrawnOn()).isEqualTo(received);
        assertThat(steps.books.past.of(firmId, List.of()).withdrawals())
                .extracting(PriorStanding.Withdrawal::withdrawnOn, PriorStanding.Withdrawal::barredUntil)
                .containsExactly(tuple(received, received.plusYears(1)));
        assertLetter("withdrawal-confirmed", Channel.MAIL, null, "firmName", "withdrawnOn", "barredUntil", "firstDay");
        assertThat(steps.books.documents.ofRecord(id)).isNotEmpty();
    }

    private OfApplication of() {
        return new OfApplication(id);
    }

    private Status status() {
        return steps.books.applications.get(id).status();
    }

    private void assertLetter(String key, Channel channel, String clock, String... names) {
        assertThat(steps.letter().caseNumber()).isEqualTo(Steps.CASE);
        assertThat(steps.letter().letterKey()).isEqualTo(key);
        assertThat(steps.letter().channel()).isEqualTo(channel);
        assertThat(steps.letter().clockOnReceipt()).isEqualTo(clock);
        assertThat(steps.letter().cites()).startsWith("KCMO Code § 3-461");
        assertThat(steps.letter().data().keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder(names);
    }

    private String formerFirm() {
        String former = steps.books.firm("44-0000001", "Former Firm Inc").id();
        steps.books.past.record(
                new PriorStanding.Controller(Table.newId(), former, OWNER, BigDecimal.valueOf(60), false, null, null),
                "test");
        return former;
    }

    private void denied(LocalDate on) {
        steps.books.denials.record(
                new Denial(
                        Table.newId(),
                        id,
                        firmId,
                        on,
                        List.of("CONTROL_NOT_SHOWN"),
                        "The lender decides.",
                        "KCMO Code § 3-461(m)",
                        false,
                        false,
                        true,
                        "CITY",
                        on.plusYears(1),
                        null,
                        "test"),
                "test");
    }

    private List<String> complete(String applicationId, Boolean ticked) {
        return steps.step(DocumentsChecked.class)
                .problems(new DocumentsChecked.Input(applicationId, ticked), Steps.today());
    }

    private RequestDocuments.Output request(String applicationId) {
        return steps.step(RequestDocuments.class)
                .execute(new RequestDocuments.Input(applicationId, TODAY.plusDays(20)), Steps.today());
    }

    private List<DocumentType> requests(String applicationId) {
        return steps.books.files.load(applicationId).requests().stream()
                .map(DocumentRequest::documentType)
                .toList();
    }

    private void recordMissing() {
        steps.step(RecordMissingDocuments.class)
                .execute(new RecordMissingDocuments.Input(id, TODAY.plusDays(20)), Steps.byTimer());
    }

    private void missedDeadline() {
        request(id);
        recordMissing();
        steps.ground(id, ReasonCode.DOCUMENTS_MISSING, "Nothing came.");
        steps.ground(id, ReasonCode.CONTROL_NOT_SHOWN, "The lender decides.");
    }

    private void restore(LocalDate receivedOn) {
        steps.step(RestoreTimelyFile.class)
                .execute(new RestoreTimelyFile.Input(id, receivedOn), Steps.on(TODAY.plusDays(25)));
    }

    private List<String> decision(Decision decision, Boolean mbe, Boolean wbe, Boolean mentorProtege, String reasons) {
        return steps.step(DecisionSupported.class)
                .problems(new DecisionSupported.Input(id, decision, mbe, wbe, mentorProtege, reasons), Steps.today());
    }

    private IssueCertification.Output issue(LocalDate day, Boolean mbe, Boolean mentorProtege) {
        return steps.step(IssueCertification.class)
                .execute(new IssueCertification.Input(id, mbe, null, mentorProtege), Steps.on(day));
    }

    private List<String> grounded() {
        return steps.step(DenialGrounded.class).problems(of(), Steps.today());
    }

    private void recordDenial(AppealRoute route) {
        steps.step(RecordDenial.class).execute(new OfDenial(id, route, TODAY.plusYears(1)), Steps.today());
    }

    private void notice(AppealRoute route, LocalDate barredUntil) {
        steps.step(SendDenialNotice.class).execute(new OfDenial(id, route, barredUntil), Steps.today());
    }

    private CheckWithdrawal.Output check(LocalDate withdrawnOn) {
        return steps.step(CheckWithdrawal.class).execute(new OfWithdrawal(id, withdrawnOn), Steps.today());
    }
}
