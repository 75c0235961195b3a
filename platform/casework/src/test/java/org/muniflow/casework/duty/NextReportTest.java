package org.muniflow.casework.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniflow.api.report.Recurrence;
import org.muniflow.api.report.Recurrence.From;
import org.muniflow.api.report.ReportDuty;
import org.muniflow.api.report.ReportPeriods;
import org.muniflow.api.time.Days;
import org.muniflow.api.time.Period;
import org.muniflow.casework.duty.NextReport.Known;

/** Every kind of recurrence that the departments' catalogues have, as dated situations. */
class NextReportTest {

    private static final Map<String, Period> CLOCKS = Map.of(
            "C-204", Period.of(3, Days.MONTHS),
            "C-205", Period.of(120, Days.CALENDAR_DAYS),
            "C-206", Period.of(30, Days.CALENDAR_DAYS),
            "C-207", Period.of(15, Days.CALENDAR_DAYS),
            "C-208", Period.of(18, Days.MONTHS),
            "C-315", Period.of(90, Days.CALENDAR_DAYS),
            "CE-C01", Period.of(1, Days.CALENDAR_DAYS));
    private static final Map<String, Recurrence> DUTIES = Map.of(
            "C-204", new Recurrence("C-204", 14),
            "C-205", Recurrence.afterEach(ReportPeriods.everyYearFrom(MonthDay.of(5, 1)), "C-205", 30),
            "C-206", Recurrence.afterEach(ReportPeriods.everyQuarter(), "C-206", 14),
            "C-207", Recurrence.afterEach(ReportPeriods.everyMonth(), "C-207", 7),
            "C-208", Recurrence.afterEachOccasion("C-208", 60),
            "C-315", Recurrence.afterEach(ReportPeriods.everyYear(), "C-315", 30),
            "CE-C01", Recurrence.afterEach(new ReportPeriods(LocalDate.of(2021, 3, 4), 1), "CE-C01", 7));

    private final List<LocalDate> occasions = new ArrayList<>();

    private Optional<NextReport.Opening> next(Recurrence recurrence, String today, List<Known> known) {
        return new NextReport(
                        new Duty(recurrence),
                        (clockId, from) ->
                                new LastDays.LastDay(CLOCKS.get(clockId).lastDay(from), ""),
                        LocalDate.parse(today))
                .after(known);
    }

    private static String words(Optional<NextReport.Opening> opening) {
        return opening.map(one -> one.from() + " " + (one.to() == null ? "-" : one.to()) + " "
                        + one.due().on())
                .orElse("none");
    }

    @ParameterizedTest(name = "{0} first known on {1}: {2}")
    @CsvSource({
        // duty, day on which the platform first knows it, report that is opened then: from, to, last day
        "C-204, 2024-11-30, 2024-11-30 - 2025-02-28",
        "C-206, 2025-04-01, 2025-01-01 2025-03-31 2025-04-30",
        "C-206, 2025-04-30, 2025-01-01 2025-03-31 2025-04-30",
        "C-206, 2025-05-01, none",
        "C-206, 2025-07-01, 2025-04-01 2025-06-30 2025-07-30",
        "C-206, 2025-12-31, none",
        "C-206, 2026-01-01, 2025-10-01 2025-12-31 2026-01-30",
        "C-205, 2025-05-01, 2024-05-01 2025-04-30 2025-08-28",
        "C-205, 2025-08-28, 2024-05-01 2025-04-30 2025-08-28",
        "C-205, 2025-08-29, none",
        "C-207, 2024-03-01, 2024-02-01 2024-02-29 2024-03-15",
        "C-207, 2024-03-16, none",
        "C-315, 2025-02-10, 2024-01-01 2024-12-31 2025-03-31",
        "CE-C01, 2021-03-20, none",
        "CE-C01, 2021-03-28, 2021-03-04 2021-04-03 2021-04-04",
        "CE-C01, 2021-04-04, 2021-03-04 2021-04-03 2021-04-04",
        "CE-C01, 2024-02-29, 2024-02-04 2024-03-03 2024-03-04",
        "C-208, 2025-06-01, none",
    })
    void theFirstReportIsTheEarliestThatCanStillBeDeliveredInTime(String duty, String today, String expected) {
        assertThat(words(next(DUTIES.get(duty), today, List.of()))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} after one to {2}, on {4}: {5}")
    @CsvSource({
        // duty, the last report: from, to, delivered; today; report that is opened
        "C-204, 2024-11-30, , , 2025-06-01, none",
        "C-204, 2024-11-30, , 2025-01-31, 2025-01-31, 2025-01-31 - 2025-04-30",
        "C-206, 2025-01-01, 2025-03-31, , 2025-06-30, none",
        "C-206, 2025-01-01, 2025-03-31, , 2025-07-01, 2025-04-01 2025-06-30 2025-07-30",
        "C-206, 2025-01-01, 2025-03-31, 2025-04-20, 2025-06-30, none",
        "C-206, 2025-01-01, 2025-03-31, 2025-04-20, 2026-07-01, 2025-04-01 2025-06-30 2025-07-30",
        "C-205, 2024-05-01, 2025-04-30, , 2026-04-30, none",
        "C-205, 2024-05-01, 2025-04-30, , 2026-05-01, 2025-05-01 2026-04-30 2026-08-28",
        "C-207, 2024-01-01, 2024-01-31, , 2024-03-01, 2024-02-01 2024-02-29 2024-03-15",
        "CE-C01, 2021-03-04, 2021-04-03, , 2021-04-26, none",
        "CE-C01, 2021-03-04, 2021-04-03, , 2021-04-27, 2021-04-04 2021-05-03 2021-05-04",
        // the fiscal year began on January 1 before, and in May from then on: no day is left out or covered twice
        "C-205, 2024-01-01, 2024-12-31, , 2025-05-01, 2025-01-01 2025-04-30 2025-08-28",
        // a report that was due from the last delivery before is now due by the quarter
        "C-206, 2024-11-30, , 2025-01-31, 2025-04-01, 2025-02-01 2025-03-31 2025-04-30",
        "C-206, 2024-11-30, , , 2025-04-01, none",
    })
    void theNextReportBeginsWhereTheLastOneEnded(
            String duty, LocalDate from, LocalDate to, LocalDate delivered, String today, String expected) {
        Optional<NextReport.Opening> next = next(DUTIES.get(duty), today, List.of(new Known(7, from, to, delivered)));
        assertThat(words(next)).isEqualTo(expected);
        assertThat(next.map(NextReport.Opening::number).orElse(8)).isEqualTo(8);
    }

    @Test
    void C_208_aReportIsOwedOnceAfterEachRevisionThatIsInForce() {
        occasions.addAll(
                List.of(LocalDate.parse("2025-08-31"), LocalDate.parse("2025-01-01"), LocalDate.parse("2026-03-01")));
        Recurrence recurrence = DUTIES.get("C-208");
        assertThat(words(next(recurrence, "2025-09-01", List.of()))).isEqualTo("2025-01-01 - 2026-07-01");
        List<Known> known = new ArrayList<>(List.of(new Known(1, LocalDate.parse("2025-01-01"), null, null)));
        assertThat(words(next(recurrence, "2025-09-01", known))).isEqualTo("2025-08-31 - 2027-02-28");
        known.add(new Known(2, LocalDate.parse("2025-08-31"), null, null));
        assertThat(next(recurrence, "2025-09-01", known)).isEmpty();
    }

    @Test
    void aPeriodThatBeginsOnThe31stDoesSoAgainAfterFebruary() {
        ReportPeriods periods = new ReportPeriods(LocalDate.parse("2025-01-31"), 1);
        assertThat(periods.containing(LocalDate.parse("2025-02-28")))
                .isEqualTo(new ReportPeriods.Span(LocalDate.parse("2025-02-28"), LocalDate.parse("2025-03-30")));
        assertThat(periods.containing(LocalDate.parse("2025-03-31")).from()).isEqualTo("2025-03-31");
        assertThat(periods.containing(LocalDate.parse("2024-02-29")))
                .isEqualTo(new ReportPeriods.Span(LocalDate.parse("2024-02-29"), LocalDate.parse("2024-03-30")));
        assertThat(ReportPeriods.everyHalfYear().containing(LocalDate.parse("1999-12-31")))
                .isEqualTo(new ReportPeriods.Span(LocalDate.parse("1999-07-01"), LocalDate.parse("1999-12-31")));
    }

    @Test
    void aRecurrenceThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new ReportPeriods(LocalDate.EPOCH, 0)).hasMessageContaining("at least one month");
        assertThatThrownBy(() -> new Recurrence(From.END_OF_PERIOD, "C-206", 1, null))
                .hasMessageContaining("periods; name them");
        assertThatThrownBy(() -> new Recurrence(From.OCCASION, "C-208", 1, ReportPeriods.everyYear()))
                .hasMessageContaining("leave them out");
        assertThatThrownBy(() -> new Recurrence("C-204", -1)).hasMessageContaining("-1 days");
    }

    private final class Duty implements ReportDuty {

        private final Recurrence recurrence;

        Duty(Recurrence recurrence) {
            this.recurrence = recurrence;
        }

        @Override
        public String id() {
            return "duty";
        }

        @Override
        public String title() {
            return "Duty";
        }

        @Override
        public String cites() {
            return "KCMO Code § 3-463(c)";
        }

        @Override
        public String addressee() {
            return "City manager";
        }

        @Override
        public Recurrence recurrence() {
            return recurrence;
        }

        @Override
        public Set<String> preparers() {
            return Set.of("analysts");
        }

        @Override
        public Set<String> signers() {
            return Set.of("directors");
        }

        @Override
        public List<LocalDate> occasions() {
            return occasions;
        }

        @Override
        public ReportContent compute(LocalDate from, LocalDate asOf) {
            throw new UnsupportedOperationException();
        }
    }
}
