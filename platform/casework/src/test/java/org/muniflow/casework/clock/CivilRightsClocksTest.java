package org.muniflow.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniflow.api.casework.ClockDue;
import org.muniflow.api.time.Skipped;
import org.muniflow.casework.OneModule;
import org.muniflow.casework.calendar.SeededCalendar;

/** The clocks of the certification sections, with the catalogue's dates. */
class CivilRightsClocksTest {

    private final ModuleClocks clocks = new ModuleClocks(SeededCalendar.federal());
    private final List<String> problems = new ArrayList<>();

    @BeforeEach
    void start() {
        OneModule module = new OneModule(
                "civil-rights",
                List.of(),
                Map.of("bpmn/civil-rights-clocks.dmn", CivilRightsClocks.table("civil-rights-clocks")));
        clocks.check(module, problems::add);
        clocks.started(module);
    }

    @Test
    void everyClockOfTheSectionIsDefinedWithoutAProblem() {
        assertThat(problems).isEmpty();
        assertThat(clocks.list())
                .extracting(ClockDefinition::id)
                .containsAll(
                        IntStream.rangeClosed(101, 123).mapToObj(n -> "C-" + n).toList())
                .contains("C-DOCUMENTS");
        assertThat(clocks.list()).allMatch(clock -> clock.cites().startsWith("KCMO Code § 3-4"));
    }

    @Test
    void V_031_twentyBusinessDaysFromAMondayInMaySkipMemorialDayAndJuneteenthComesAfter() {
        ClockDue due = clocks.due("C-105", day("2024-05-20")); // Monday
        assertThat(due.due()).isEqualTo("2024-06-18"); // Tuesday
        assertThat(due.skipped()).contains(new Skipped(day("2024-05-27"), "Memorial Day"));
        assertThat(due.skipped()).extracting(Skipped::reason).doesNotContain("Juneteenth National Independence Day");
        assertThat(day("2024-06-20")).isAfter(due.due()); // filed then, the appeal is late
        assertThat(due.cites()).isEqualTo("KCMO Code § 3-461(s)(3); KCMO Code § 3-461(r)(3)");
        assertThat(due.kind()).isEqualTo("FORWARD");
        assertThat(due.unit()).isEqualTo("BUSINESS_DAYS");
        assertThat(due.amount()).isEqualTo(20);
    }

    @Test
    void V_032_aNoticeReceivedOnASaturdayCountsFromTheNextBusinessDay() {
        ClockDue due = clocks.due("C-105", day("2024-11-16")); // Saturday
        assertThat(due.due()).isEqualTo("2024-12-16"); // Monday
        assertThat(due.skipped()).contains(new Skipped(day("2024-11-28"), "Thanksgiving Day"));
    }

    @Test
    void V_033_bothObservedHolidaysAtTheEndOf2021AreSkipped() {
        ClockDue due = clocks.due("C-105", day("2021-12-13")); // Monday
        assertThat(due.due()).isEqualTo("2022-01-12"); // Wednesday
        assertThat(due.skipped()).extracting(Skipped::date).contains(day("2021-12-24"), day("2021-12-31"));
    }

    @Test
    void V_034_theAppealIsForwardedInTenBusinessDaysAroundVeteransDay() {
        assertThat(clocks.due("C-106", day("2023-10-27")).due()).isEqualTo("2023-11-13"); // Friday to Monday
    }

    @Test
    void V_035_theHearingDateIsSetInTenBusinessDaysAroundIndependenceDay() {
        assertThat(clocks.due("C-107", day("2026-06-22")).due()).isEqualTo("2026-07-07"); // Monday to Tuesday
    }

    @Test
    void V_036_theDecisionIsDueFifteenBusinessDaysAfterTheHearing() {
        assertThat(clocks.due("C-108", day("2025-01-06")).due()).isEqualTo("2025-01-28"); // Monday to Tuesday
    }

    @Test
    void V_037_theDecisionIsDueFifteenCalendarDaysAfterTheDocumentsWithoutRolling() {
        ClockDue due = clocks.due("C-109", day("2024-12-20")); // Friday
        assertThat(due.due()).isEqualTo("2025-01-04"); // Saturday
        assertThat(due.skipped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2022-05-10, 2025-05-10", "2024-02-29, 2027-02-28"})
    void V_038_aCertificationIsValidThroughItsThirdAnniversary(LocalDate certified, LocalDate last) {
        assertThat(clocks.due("C-101", certified).due()).isEqualTo(last);
    }

    @Test
    void V_039_noticeOfAChangeIsTimelyOnTheThirtiethDay() {
        assertThat(clocks.due("C-102", day("2024-03-01")).due()).isEqualTo("2024-03-31"); // Sunday; no roll
    }

    @Test
    void V_040_aWithdrawalBarsThroughItsAnniversary() {
        assertThat(clocks.due("C-103", day("2023-03-15")).due()).isEqualTo("2024-03-15");
    }

    @Test
    void V_041_aDenialBarsFromTheLaterAppealDecision() {
        ClockDue due = clocks.dueFromLatest("C-104", day("2023-06-01"), day("2023-10-20"));
        assertThat(due.due()).isEqualTo("2024-10-20");
        assertThat(due.trigger()).isEqualTo("2023-10-20");
    }

    @Test
    void V_042_aRevocationBarsFromTheFinalCourtDecision() {
        assertThat(clocks.dueFromLatest("C-111", day("2022-02-01"), day("2023-01-31"))
                        .due())
                .isEqualTo("2025-01-31");
    }

    @ParameterizedTest
    @CsvSource({
        "C-112, 2025-07-01, 2020-07-01", // a revocation on 2020-07-01 is inside, V-044
        "C-116, 2024-09-01, 2021-09-01",
        "C-117, 2024-09-01, 2022-09-01",
        "C-115, 2024-08-31, 2024-02-29", // six months after 29 February is 29 August; after 1 March it is too late
    })
    void lookBacksAnswerTheirBoundaryDay(String clock, LocalDate date, LocalDate boundary) {
        assertThat(clocks.due(clock, date).due()).isEqualTo(boundary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-110", "C-113", "C-118", "C-119", "C-120", "C-121", "C-122", "C-123"})
    void clocksWithoutADateSayWhyInASentence(String clock) {
        assertThatThrownBy(() -> clocks.due(clock, day("2024-09-02")))
                .isInstanceOf(NotComputable.class)
                .hasMessageContaining(clock)
                .hasMessageMatching("(?s).*cannot be computed from a date: \\p{Lu}.*\\.");
    }

    @Test
    void onlyAClockThatRunsFromTheLaterDateTakesSeveral() {
        assertThatThrownBy(() -> clocks.dueFromLatest("C-105", day("2024-09-02"), day("2024-09-03")))
                .isInstanceOf(NotComputable.class)
                .hasMessageContaining("one date");
        assertThatThrownBy(() -> clocks.due("C-999", day("2024-09-02"))).isInstanceOf(UnknownClock.class);
    }

    @Test
    void aModelWhoseClocksCannotRunIsRefusedPlaceByPlace() {
        String model = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="test">
                  <bpmn:process id="p" isExecutable="true">
                    <bpmn:userTask id="userTask_a" camunda:dueDate="${clocks.due('C-998', on)}">%s</bpmn:userTask>
                    <bpmn:userTask id="userTask_b">%s</bpmn:userTask>
                    <bpmn:userTask id="userTask_c">%s</bpmn:userTask>
                    <bpmn:userTask id="userTask_d">%s</bpmn:userTask>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(carries("C-999"), carries("C-105"), carries("C-DOCUMENTS"), carries("C-110"));
        clocks.check(
                new OneModule(
                        "civil-rights",
                        List.of(),
                        Map.of(
                                "bpmn/civil-rights-clocks.dmn",
                                CivilRightsClocks.table("civil-rights-clocks"),
                                "bpmn/p.bpmn",
                                model.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                problems::add);
        assertThat(problems)
                .hasSize(5)
                .anyMatch(problem -> problem.contains("clock C-998 is not in the module's clocks table"))
                .anyMatch(problem -> problem.contains("userTask_a: the clock C-999"))
                .anyMatch(problem -> problem.contains("userTask_b: clock C-105 lacks the property clockTrigger"))
                .anyMatch(problem -> problem.contains("userTask_c: clock C-DOCUMENTS lacks the property clockDue"))
                .anyMatch(problem -> problem.contains("userTask_d: clock C-110 is of kind MINUTES"));
    }

    @Test
    void theModelsOfCertificationNameClocksThatRun() {
        Map<String, byte[]> files = Stream.of("certification", "eligibility-review", "dbe-reliance", "on-site-audit")
                .collect(
                        Collectors.toMap(key -> "bpmn/" + key + ".bpmn", key -> CivilRightsClocks.file(key + ".bpmn")));
        files.put("bpmn/civil-rights-clocks.dmn", CivilRightsClocks.table("civil-rights-clocks"));
        clocks.check(new OneModule("civil-rights", List.of(), files), problems::add);
        assertThat(problems).isEmpty();
    }

    private static String carries(String clock) {
        return "<bpmn:extensionElements><camunda:properties><camunda:property name=\"clock\" value=\"" + clock
                + "\"/></camunda:properties></bpmn:extensionElements>";
    }

    @Test
    void expressionsAnswerTheLastSecondOfTheDayInTheCity() {
        ClockExpressions expressions = new ClockExpressions(
                clocks, Clock.fixed(Instant.parse("2026-03-02T15:00:00Z"), ZoneId.of("America/Chicago")));
        assertThat(expressions.endOf("2026-03-07")).isEqualTo("2026-03-08T05:59:59Z"); // Saturday, standard time
        assertThat(expressions.endOf("2026-03-12")).isEqualTo("2026-03-13T04:59:59Z"); // Thursday, daylight time
        assertThat(expressions.due("C-105", "2024-05-20")).isEqualTo("2024-06-19T04:59:59Z");
        assertThat(expressions.target("C-123", "2026-03-02")).isEqualTo("2026-06-01T04:59:59Z"); // 90 days on
        assertThat(expressions.target("C-105", "2026-03-02")).isNull();
        assertThatThrownBy(() -> expressions.due("C-105", "")).hasMessageContaining("is missing");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
