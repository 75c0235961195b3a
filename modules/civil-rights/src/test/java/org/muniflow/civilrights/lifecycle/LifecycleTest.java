package org.muniflow.civilrights.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.civilrights.denial.DenialBar;
import org.muniflow.civilrights.denial.RevocationBar;
import org.muniflow.civilrights.law.FixedLaw;
import org.muniflow.civilrights.lifecycle.MissingDocuments.Required;

class LifecycleTest {

    @ParameterizedTest
    @CsvSource({"2022-05-10, 2025-05-10", "2024-02-29, 2027-02-28"})
    void V_038_aCertificationIsValidThroughItsThirdAnniversary(LocalDate certified, LocalDate expires) {
        assertThat(new CertificationTerm(FixedLaw.LAW)
                        .decide(new CertificationTerm.Facts(certified))
                        .value())
                .isEqualTo(expires);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-31, true, 2024-04-30, TIMELY", // Sunday, no roll
        "2024-04-01, true, 2024-04-30, LATE",
        "2024-03-31, false, 2024-04-30, LATE",
        ", false, 2024-03-31, OPEN",
        ", false, 2024-04-01, ABSENT"
    })
    void V_039_aChangeIsNotifiedWithin30CalendarDaysWithDocuments(
            LocalDate notified, boolean documents, LocalDate asOf, String outcome) {
        var answer = new ChangeNoticeTimely(FixedLaw.LAW)
                .decide(new ChangeNoticeTimely.Facts(LocalDate.of(2024, 3, 1), notified, documents, asOf));
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.value()).isEqualTo(LocalDate.of(2024, 3, 31));
    }

    @Test
    void V_040_aWithdrawalBarsThroughItsAnniversary() {
        var answer = withdrawal(LocalDate.of(2023, 3, 15), null, null);
        assertThat(answer.outcome()).isEqualTo("ALLOWED");
        assertThat(answer.value()).isEqualTo(LocalDate.of(2024, 3, 15));
        assertThat(earliest(LocalDate.of(2024, 3, 15), List.of(LocalDate.of(2023, 3, 15)), List.of(), List.of()))
                .isEqualTo("BARRED");
        assertThat(earliest(LocalDate.of(2024, 3, 16), List.of(LocalDate.of(2023, 3, 15)), List.of(), List.of()))
                .isEqualTo("FREE");
    }

    @ParameterizedTest
    @CsvSource({"2023-03-16, ALLOWED", "2023-03-15, REFUSED", "2023-03-14, REFUSED"})
    void withdrawalIsOpenBeforeTheDayOnWhichTheAuditStarts(LocalDate started, String outcome) {
        assertThat(withdrawal(LocalDate.of(2023, 3, 15), started, null).outcome())
                .isEqualTo(outcome);
    }

    @Test
    void withoutAnAuditWithdrawalIsOpenUntilTheDecision() {
        assertThat(withdrawal(LocalDate.of(2023, 3, 15), null, LocalDate.of(2023, 3, 16))
                        .outcome())
                .isEqualTo("ALLOWED");
        assertThat(withdrawal(LocalDate.of(2023, 3, 15), null, LocalDate.of(2023, 3, 15))
                        .outcome())
                .isEqualTo("REFUSED");
    }

    @Test
    void theLatestOfAllBarsDecides() {
        var denial = new DenialBar.Facts(LocalDate.of(2023, 6, 1), false, LocalDate.of(2023, 10, 20));
        var revocation = new RevocationBar.Facts(LocalDate.of(2022, 2, 1), true, LocalDate.of(2023, 1, 31));
        var answer = new EarliestApplication(FixedLaw.LAW)
                .decide(new EarliestApplication.Facts(
                        LocalDate.of(2024, 10, 20),
                        List.of(LocalDate.of(2023, 3, 15)),
                        List.of(denial),
                        List.of(revocation),
                        List.of(LocalDate.of(2018, 1, 1)),
                        List.of(LocalDate.of(2023, 1, 1)),
                        false));
        assertThat(answer.outcome()).isEqualTo("BARRED");
        assertThat(answer.value().barredThrough()).isEqualTo(LocalDate.of(2025, 1, 31));
        assertThat(answer.value().earliestOn()).isEqualTo(LocalDate.of(2025, 2, 1));
        assertThat(answer.codes()).containsExactly("BAR_DENIAL_1Y", "BAR_REVOCATION_2Y");
    }

    @Test
    void graduationForAllPurposesBarsForEver() {
        var answer = new EarliestApplication(FixedLaw.LAW)
                .decide(new EarliestApplication.Facts(
                        LocalDate.of(2050, 1, 1), List.of(), List.of(), List.of(), List.of(), List.of(), true));
        assertThat(answer.outcome()).isEqualTo("NEVER");
        assertThat(answer.value().earliestOn()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        ", 2025-03-10, 2025-03-10, PENDING",
        ", 2025-03-10, 2025-03-11, MISSING",
        "2025-03-10, 2025-03-10, 2025-03-11, COMPLETE",
        "2025-03-11, 2025-03-10, 2025-03-12, MISSING",
        ", , 2025-03-12, PENDING"
    })
    void documentsAreMissingAfterTheEndOfTheDirectorsDeadline(
            LocalDate received, LocalDate due, LocalDate asOf, String outcome) {
        var answer = new MissingDocuments()
                .decide(new MissingDocuments.Facts(List.of(new Required("Stock ledger", received)), due, asOf));
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.codes().contains("DOCUMENTS_MISSING")).isEqualTo(outcome.equals("MISSING"));
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, NO_GROUND",
        "true, true, NO_GROUND",
        "false, false, DENIAL_GROUND",
        "false, true, REVOCATION_GROUND"
    })
    void refusingAnAuditIsAGround(boolean facilitated, boolean certified, String outcome) {
        assertThat(new AuditRefusal()
                        .decide(new AuditRefusal.Facts(facilitated, certified))
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, NOT_CERTIFIED",
        "2024-01-02, CERTIFIED",
        "2027-01-02, CERTIFIED",
        "2027-01-03, NOT_CERTIFIED"
    })
    void onlyCertifiedFirmsCount(LocalDate asOf, String outcome) {
        assertThat(new OnlyCertifiedCount()
                        .decide(new OnlyCertifiedCount.Facts(
                                asOf, LocalDate.of(2024, 1, 2), LocalDate.of(2027, 1, 2), null))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void aRevokedFirmIsNoLongerCertifiedFromThatDay() {
        LocalDate revoked = LocalDate.of(2025, 1, 2);
        var facts = new OnlyCertifiedCount.Facts(revoked, LocalDate.of(2024, 1, 2), null, revoked);
        assertThat(new OnlyCertifiedCount().decide(facts).outcome()).isEqualTo("NOT_CERTIFIED");
    }

    private static org.muniflow.api.law.RuleOutcome<LocalDate> withdrawal(
            LocalDate withdrawn, LocalDate started, LocalDate decided) {
        return new Withdrawal(FixedLaw.LAW).decide(new Withdrawal.Facts(withdrawn, started, decided));
    }

    private static String earliest(
            LocalDate submitted,
            List<LocalDate> withdrawals,
            List<DenialBar.Facts> denials,
            List<RevocationBar.Facts> revocations) {
        return new EarliestApplication(FixedLaw.LAW)
                .decide(new EarliestApplication.Facts(
                        submitted, withdrawals, denials, revocations, List.of(), List.of(), false))
                .outcome();
    }
}
