package org.muniflow.civilrights.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.muniflow.civilrights.Books.TODAY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.TaskGuard;
import org.muniflow.civilrights.Steps;
import org.muniflow.civilrights.file.Application.Status;
import org.muniflow.civilrights.file.Owner;
import org.muniflow.civilrights.finding.Determination;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.standing.ReasonCode;
import org.muniflow.civilrights.table.Table;

final class ReviewStepsTest {

    private final Steps steps = new Steps();

    @Test
    void theStatusOfEachOwnerAndOfTheFirmIsFound() {
        String id = steps.filed("01-eligible-mbe");
        var output = checkStatus(id);

        assertThat(output.statusQuestioned()).isFalse();
        assertThat(steps.books.applications.get(id).status()).isEqualTo(Status.UNDER_REVIEW);
        List<Determination> found = steps.rulesOn(id, Criterion.STATUS);
        assertThat(found).extracting(Determination::met).containsExactlyInAnyOrder(true, false, true);
        assertThat(found)
                .filteredOn(one -> one.ownerId() == null)
                .extracting(Determination::program, Determination::outcome)
                .containsExactly(tuple("MBE", "SHOWN"));
    }

    @Test
    void aFirmWithoutAQualifyingOwnerHasNotShownStatus() {
        String id = steps.books.draft().id();
        owner(id, "Paul Keene", Owner.MinorityCategory.NONE, false);
        checkStatus(id);

        assertThat(steps.rulesOn(id, Criterion.STATUS))
                .filteredOn(one -> one.ownerId() == null && "MBE".equals(one.program()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.met()).isFalse();
                    assertThat(one.reasonCodes()).containsExactly("STATUS_NOT_SHOWN");
                    assertThat(one.cites()).contains("§ 3-421(a)(33)");
                });
    }

    @Test
    void aQuestionedStatusAsksForTheDirector() {
        String id = steps.books.draft().id();
        Owner owner = owner(id, "Ada Park", Owner.MinorityCategory.ASIAN_PACIFIC, true);
        assertThat(checkStatus(id).statusQuestioned()).isTrue();

        assertThat(problems(StatusDetermined.class, id))
                .singleElement()
                .asString()
                .contains("Ada Park", "§ 3-461(j)");
        steps.found(id, Criterion.STATUS, null, owner.id(), true, " ");
        assertThat(problems(StatusDetermined.class, id)).hasSize(1);
        steps.found(id, Criterion.STATUS, null, owner.id(), true, "Affidavit of the community association.");
        assertThat(problems(StatusDetermined.class, id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "01-eligible-mbe, NETWORTH, PNW, ",
        "10-net-worth-exceeded, NETWORTH, PNW, PNW_EXCEEDED",
        "01-eligible-mbe, PRESENCE, PRESENCE, ",
        "09-presence-not-shown, PRESENCE, PRESENCE, PRESENCE_NOT_SHOWN",
        "01-eligible-mbe, SIZE, SIZE, ",
        "08-size-exceeded, SIZE, SIZE, SIZE_EXCEEDED",
        "01-eligible-mbe, OWNERSHIP, OWNERSHIP, ",
        "07-ownership-50-99, OWNERSHIP, OWNERSHIP, OWNERSHIP_BELOW_51",
        "11-holding-company, OWNERSHIP, OWNERSHIP, "
    })
    void eachCheckRecordsWhatItsRulesFind(String sample, Check check, Criterion criterion, ReasonCode against) {
        String id = steps.filed(sample);
        steps.step(check.step).execute(new OfApplication(id), Steps.byTimer());

        List<Determination> found = steps.rulesOn(id, criterion);
        assertThat(found).isNotEmpty().allSatisfy(one -> {
            assertThat(one.decidedBy()).isEqualTo("step");
            assertThat(one.decidedOn()).isEqualTo(TODAY);
            assertThat(one.ruleIds()).isNotEmpty();
            assertThat(one.cites()).contains("KCMO Code § 3-4");
        });
        assertThat(found.stream()
                        .filter(one -> !one.met())
                        .flatMap(one -> one.reasonCodes().stream())
                        .distinct()
                        .toList())
                .isEqualTo(against == null ? List.of() : List.of(against.name()));
    }

    @Test
    void aCheckMadeAgainReplacesWhatItFoundBefore() {
        String id = steps.filed("01-eligible-mbe");
        CheckPresence check = steps.step(CheckPresence.class);
        check.execute(new OfApplication(id), Steps.today());
        check.execute(new OfApplication(id), Steps.today());
        assertThat(steps.rulesOn(id, Criterion.PRESENCE)).hasSize(1);
        assertThat(steps.books.determinations.all(id)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "OWNERSHIP, OWNERSHIP, § 3-461(l)",
        "CONTROL, CONTROL, § 3-461(m)",
        "CONTROL, INDEPENDENCE, § 3-461(m)(1)",
        "CONTROL, MANAGEMENT, § 3-461(m)(3)",
        "CUF, CUF, § 3-421(a)(11)",
        "SKILL, EXPERTISE, § 3-461(f)"
    })
    void aReviewEndsWhenAPersonFoundOnEachOfItsCriteriaWithReasons(Review review, Criterion criterion, String cites) {
        String id = steps.filed("01-eligible-mbe");
        steps.reviewed(id);
        assertThat(problems(review.guard, id)).isEmpty();

        steps.found(id, criterion, false, "");
        assertThat(problems(review.guard, id)).singleElement().asString().contains(cites, "page Determinations");
        assertThat(problems(review.guard, steps.filed("02-eligible-wbe")))
                .anyMatch(problem -> problem.startsWith("No finding on") && problem.contains(cites));
    }

    @Test
    void skillIsFoundForEachTypeOfWork() {
        String id = steps.filed("01-eligible-mbe");
        steps.found(id, Criterion.EXPERTISE, "541512", null, true, "Another type of work.");
        assertThat(problems(SkillReviewed.class, id)).singleElement().asString().contains("NAICS 238210");
        steps.found(id, Criterion.EXPERTISE, "238210", null, true, "Licensed since 2016.");
        assertThat(problems(SkillReviewed.class, id)).isEmpty();
    }

    @Test
    void aFindingOnOneTypeOfWorkIsNoneOnTheFirm() {
        String id = steps.filed("01-eligible-mbe");
        steps.found(id, Criterion.CUF, "238210", null, true, "Own crew.");
        assertThat(problems(UsefulFunctionReviewed.class, id)).hasSize(1);
    }

    @Test
    void aRefusedAuditIsAGroundThatTheDirectorMayConfirm() {
        String id = steps.filed("01-eligible-mbe");
        steps.step(RecordAuditRefusal.class).execute(new OfApplication(id), Steps.today());
        assertThat(steps.rulesOn(id, Criterion.COOPERATION)).singleElement().satisfies(one -> {
            assertThat(one.met()).isFalse();
            assertThat(one.reasonCodes()).containsExactly("AUDIT_REFUSED");
            assertThat(one.cites()).contains("§ 3-461(e)");
            assertThat(one.decidedBy()).isEqualTo("dora.director");
        });
    }

    private CheckStatus.Output checkStatus(String id) {
        return steps.step(CheckStatus.class).execute(new OfApplication(id), Steps.today());
    }

    private List<String> problems(Class<? extends TaskGuard<OfApplication>> guard, String id) {
        return steps.step(guard).problems(new OfApplication(id), Steps.today());
    }

    private Owner owner(String id, String name, Owner.MinorityCategory category, boolean questioned) {
        return steps.books
                .parts
                .owners()
                .insert(
                        new Owner(
                                Table.newId(),
                                id,
                                name,
                                Owner.Citizenship.CITIZEN,
                                category,
                                true,
                                false,
                                null,
                                false,
                                questioned,
                                questioned ? "The statements differ." : null,
                                true,
                                true,
                                false,
                                null,
                                null,
                                null,
                                null),
                        "test");
    }

    enum Check {
        NETWORTH(CheckNetWorth.class),
        PRESENCE(CheckPresence.class),
        SIZE(CheckSize.class),
        OWNERSHIP(CheckOwnership.class);

        private final Class<? extends Delegate<OfApplication, Nothing>> step;

        Check(Class<? extends Delegate<OfApplication, Nothing>> step) {
            this.step = step;
        }
    }

    enum Review {
        OWNERSHIP(OwnershipReviewed.class),
        CONTROL(ControlReviewed.class),
        CUF(UsefulFunctionReviewed.class),
        SKILL(SkillReviewed.class);

        private final Class<? extends TaskGuard<OfApplication>> guard;

        Review(Class<? extends TaskGuard<OfApplication>> guard) {
            this.guard = guard;
        }
    }
}
