package org.muniflow.civilrights.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniflow.civilrights.standing.ReasonCode.CONTROL_NOT_SHOWN;
import static org.muniflow.civilrights.standing.ReasonCode.DISCRIMINATION_EVIDENCE_MISSING;
import static org.muniflow.civilrights.standing.ReasonCode.SIZE_EXCEEDED;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniflow.civilrights.law.FixedLaw;
import org.muniflow.civilrights.law.ModelTables;
import org.muniflow.civilrights.standing.ReasonCode;

class DenialTest {

    @ParameterizedTest
    @CsvSource({
        "2023-06-01, false, 2023-10-20, 2024-10-20",
        "2023-06-01, false, , 2024-06-01",
        "2024-02-29, false, , 2025-02-28"
    })
    void V_041_aDenialBarsOneYearFromTheLaterOfDenialAndAppeal(
            LocalDate denied, boolean certified, LocalDate appeal, LocalDate through) {
        var answer = new DenialBar(FixedLaw.LAW).decide(new DenialBar.Facts(denied, certified, appeal));
        assertThat(answer.outcome()).isEqualTo("BAR");
        assertThat(answer.value()).isEqualTo(through);
    }

    @Test
    void aCertifiedFirmIsNotBarredByADenial() {
        var answer = new DenialBar(FixedLaw.LAW).decide(new DenialBar.Facts(LocalDate.of(2023, 6, 1), true, null));
        assertThat(answer.outcome()).isEqualTo("NO_BAR");
        assertThat(answer.value()).isNull();
    }

    @Test
    void V_042_anUpheldRevocationBarsTwoYearsFromTheFinalCourtDecision() {
        RevocationBar rule = new RevocationBar(FixedLaw.LAW);
        var upheld = new RevocationBar.Facts(LocalDate.of(2022, 2, 1), true, LocalDate.of(2023, 1, 31));
        assertThat(rule.decide(upheld).value()).isEqualTo(LocalDate.of(2025, 1, 31));
        var unappealed = new RevocationBar.Facts(LocalDate.of(2022, 2, 1), false, null);
        assertThat(rule.decide(unappealed).outcome()).isEqualTo("NO_BAR");
    }

    @ParameterizedTest
    @CsvSource({
        "CONTROL_NOT_SHOWN, false, CITY",
        "CONTROL_NOT_SHOWN, true, UCP",
        "SIZE_EXCEEDED, false, NONE",
        "SIZE_EXCEEDED, true, NONE",
        "PRESENCE_NOT_SHOWN, false, NONE",
        "DOCUMENTS_MISSING, true, NONE"
    })
    void V_043_theRouteOfADenialFollowsGroundAndProgram(ReasonCode ground, boolean dbe, AppealRoute route) {
        assertThat(new DenialAppealRoute(ModelTables.OF_THE_MODULE)
                        .decide(new DenialAppealRoute.Facts(List.of(ground), dbe))
                        .value())
                .isEqualTo(route);
    }

    @Test
    void V_043_aDbeAppealsARevocationToTheUcpOnlyEvenForSize() {
        RevocationAppealRoute rule = new RevocationAppealRoute();
        assertThat(rule.decide(new RevocationAppealRoute.Facts(List.of(CONTROL_NOT_SHOWN), true))
                        .value())
                .isEqualTo(AppealRoute.UCP);
        assertThat(rule.decide(new RevocationAppealRoute.Facts(List.of(SIZE_EXCEEDED), true))
                        .value())
                .isEqualTo(AppealRoute.UCP);
        assertThat(rule.decide(new RevocationAppealRoute.Facts(List.of(SIZE_EXCEEDED), false))
                        .value())
                .isEqualTo(AppealRoute.NONE);
        assertThat(rule.decide(new RevocationAppealRoute.Facts(List.of(CONTROL_NOT_SHOWN), false))
                        .value())
                .isEqualTo(AppealRoute.CITY);
    }

    @Test
    void anyExcludedGroundAmongOthersTakesReconsiderationAway() {
        var mixed = List.of(CONTROL_NOT_SHOWN, SIZE_EXCEEDED);
        assertThat(new Reconsideration()
                        .decide(new Reconsideration.Facts(mixed))
                        .outcome())
                .isEqualTo("NO_RECONSIDERATION");
        assertThat(new DenialAppealRoute(ModelTables.OF_THE_MODULE)
                        .decide(new DenialAppealRoute.Facts(mixed, false))
                        .reasons())
                .anySatisfy(reason -> assertThat(reason.text()).contains("A-27"));
    }

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void onlyDocumentsPresenceAndSizeExcludeReconsideration(ReasonCode code) {
        boolean excluded = List.of("DOCUMENTS_MISSING", "PRESENCE_NOT_SHOWN", "SIZE_EXCEEDED")
                .contains(code.name());
        assertThat(new Reconsideration()
                        .decide(new Reconsideration.Facts(List.of(code)))
                        .value())
                .isEqualTo(!excluded);
    }

    @Test
    void aGroundUnknownToDbeRulesIsFlaggedAsWithoutRoute() {
        var answer = new DenialAppealRoute(ModelTables.OF_THE_MODULE)
                .decide(new DenialAppealRoute.Facts(List.of(DISCRIMINATION_EVIDENCE_MISSING), true));
        assertThat(answer.value()).isEqualTo(AppealRoute.UCP);
        assertThat(answer.codes()).contains("NO_ROUTE_IN_TEXT");
    }

    @Test
    void noNoticeGoesOutWithoutReasonsOrByOrdinaryMail() {
        NoticeStatesReasons rule = new NoticeStatesReasons();
        assertThat(rule.decide(new NoticeStatesReasons.Facts(List.of(CONTROL_NOT_SHOWN), true))
                        .outcome())
                .isEqualTo("MAY_SEND");
        assertThat(rule.decide(new NoticeStatesReasons.Facts(List.of(), true)).outcome())
                .isEqualTo("BLOCKED");
        assertThat(rule.decide(new NoticeStatesReasons.Facts(List.of(CONTROL_NOT_SHOWN), false))
                        .outcome())
                .isEqualTo("BLOCKED");
    }
}
