package org.muniflow.civilrights.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniflow.civilrights.Books.TODAY;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.api.casework.Notice.Channel;
import org.muniflow.civilrights.Steps;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.review.OfApplication;

final class AuditStepsTest {

    private final Steps steps = new Steps();
    private final String id = steps.filed("01-eligible-mbe");

    @Test
    void theFirmIsToldDayAndPlaceOfTheAudit() {
        announce(id);

        assertThat(steps.books.audits.latest(id)).hasValueSatisfying(audit -> {
            assertThat(audit.scheduledOn()).isEqualTo(TODAY.plusDays(14));
            assertThat(audit.startedOn()).isNull();
        });
        assertThat(steps.books.applications.get(id).status()).isEqualTo(Status.ON_SITE_AUDIT);
        assertThat(steps.letter().letterKey()).isEqualTo("audit-announcement");
        assertThat(steps.letter().channel()).isEqualTo(Channel.MAIL);
        assertThat(steps.letter().clockOnReceipt()).isNull();
        assertThat(steps.letter().data())
                .isEqualTo(Map.of(
                        "firmName",
                        "Blue River Electric LLC",
                        "auditScheduledOn",
                        TODAY.plusDays(14),
                        "place",
                        "1201 Prospect Avenue, Kansas City, MO 64127"));
    }

    @Test
    void withoutAPrincipalOfficeTheAuditIsAtTheMailingAddress() {
        String draft = steps.books.draft().id();
        announce(draft);
        assertThat(steps.letter().data().get("place")).asString().startsWith("1 Vine St");
    }

    @ParameterizedTest
    @CsvSource({
        "true, 2026-06-15, , ",
        "true, 2026-06-16, , a day to come",
        "true, , , § 3-461(h)",
        "false, , The books were locked, ",
        "false, , ' ', § 3-461(e)",
        ", , , § 3-461(e)"
    })
    void theStartHasItsDayAndTheRefusalItsReason(
            Boolean facilitated, LocalDate startedOn, String refusal, String problem) {
        var problems =
                steps.step(AuditBegun.class).problems(new OfAudit(id, facilitated, startedOn, refusal), Steps.today());
        if (problem == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().asString().contains(problem);
        }
    }

    @Test
    void theDayOnWhichTheAuditBeganIsKeptNotTheDayOnWhichItIsKeyed() {
        announce(id);
        var output = start(new OfAudit(id, true, TODAY.minusDays(3), null));

        assertThat(output.auditFacilitated()).isTrue();
        assertThat(steps.books.audits.onSiteStartedOn(id)).contains(TODAY.minusDays(3));
        assertThat(steps.books.audits.of(id)).singleElement().satisfies(audit -> assertThat(audit.facilitated())
                .isTrue());
    }

    @Test
    void aRefusedAuditHasNotStarted() {
        announce(id);
        var output = start(new OfAudit(id, false, null, "The books were locked."));

        assertThat(output.auditFacilitated()).isFalse();
        assertThat(steps.books.audits.onSiteStartedOn(id)).isEmpty();
        assertThat(steps.books.audits.latest(id)).hasValueSatisfying(audit -> {
            assertThat(audit.facilitated()).isFalse();
            assertThat(audit.refusalReason()).isEqualTo("The books were locked.");
        });
    }

    @Test
    void theAuditIsReportedWhenAReportIsWritten() {
        announce(id);
        AuditReported guard = steps.step(AuditReported.class);
        assertThat(guard.problems(new OfApplication(id), Steps.today()))
                .singleElement()
                .asString()
                .contains("§ 3-461(e)", "page Audit");

        steps.books.audits.report(id, " ", TODAY, "ana.analyst");
        assertThat(guard.problems(new OfApplication(id), Steps.today())).hasSize(1);
        steps.books.audits.report(id, "The crew is the firm's own.", TODAY, "ana.analyst");
        assertThat(guard.problems(new OfApplication(id), Steps.today())).isEmpty();
    }

    @Test
    void anApplicationWithoutAnAuditHasNoReport() {
        assertThat(steps.step(AuditReported.class).problems(new OfApplication(id), Steps.today()))
                .hasSize(1);
    }

    @Test
    void aReportedAuditPutsTheApplicationBeforeTheDirector() {
        steps.step(RecordAudit.class).execute(new OfApplication(id), Steps.byTimer());
        assertThat(steps.books.applications.get(id).status()).isEqualTo(Status.DECISION);
    }

    private void announce(String applicationId) {
        steps.step(AnnounceAudit.class)
                .execute(new AnnounceAudit.Input(applicationId, TODAY.plusDays(14)), Steps.today());
    }

    private RecordAuditStart.Output start(OfAudit input) {
        return steps.step(RecordAuditStart.class).execute(input, Steps.today());
    }
}
