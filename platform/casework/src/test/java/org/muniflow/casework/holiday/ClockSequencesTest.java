package org.muniflow.casework.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Cases;
import org.muniflow.api.casework.Ledger.Cause;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.casework.calendar.CityCalendar;
import org.muniflow.casework.calendar.Holiday;
import org.muniflow.casework.ledger.CalendarRecount;
import org.muniflow.casework.ledger.Clerk;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.ledger.LedgerEntry;
import org.muniflow.casework.ledger.LedgerEntry.State;
import org.muniflow.casework.ledger.SweepForTests;
import org.muniflow.kernel.engine.CityClock;
import org.muniflow.kernel.spi.Actors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Generated lives of clocks, lived through ledger, engine and database, and checked against the clerk with the wall calendar. */
@AppealCases
class ClockSequencesTest {

    private static final int LIVES = 60;
    private static final Cause CAUSE = new Cause("A generated reason.", "A generated order");
    private static final LocalDate START = LocalDate.of(2033, 1, 3);

    private enum Act {
        PAUSE,
        RESUME,
        EXTEND,
        EDIT_HOLIDAYS,
        SWEEP,
        SATISFY
    }

    private record Move(Act act, int later, int days) {}

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    CityClock clock;

    @Autowired
    CityCalendar calendar;

    @Autowired
    CalendarRecount recount;

    @Autowired
    ClockLedger ledger;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Appeals appeals;
    private HolidayDesk desk;

    @BeforeEach
    void open() {
        appeals = new Appeals(engine, cases, clock);
        appeals.deploy(START.toString());
        desk = new HolidayDesk(calendar, recount, jdbc, actors, new TransactionTemplate(transactions), clock);
    }

    @AfterEach
    void restore() {
        jdbc.sql("delete from muniflow.holiday where source = 'Ord. 330001'").update();
        jdbc.sql("delete from muniflow.holiday_change").update();
        calendar.readAgain();
        clock.release();
    }

    @Test
    void everyGeneratedLifeOfAClockStandsAsTheClerkCountsIt() {
        List<List<Move>> lives = moves().list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .sampleStream()
                .limit(LIVES)
                .toList();
        for (List<Move> life : lives) {
            live(life);
        }
    }

    private void live(List<Move> life) {
        Set<LocalDate> holidays = new TreeSet<>();
        for (int year = 2033; year < 2036; year++) {
            calendar.list(year).stream()
                    .filter(Holiday::active)
                    .map(Holiday::date)
                    .forEach(holidays::add);
        }
        LocalDate today = START;
        appeals.today(today.toString());
        String number = appeals.filed(today.toString());
        Clerk clerk = new Clerk(today, 10, "BUSINESS_DAYS", holidays);
        LocalDate earliest = today;
        boolean missed = false;
        for (Move move : life) {
            today = today.plusDays(move.later());
            appeals.today(today.toString());
            LocalDate on = latest(earliest, today.minusDays(move.days()));
            switch (move.act()) {
                case PAUSE -> {
                    if (!clerk.standsStill() && !on.isAfter(clerk.lastDay())) {
                        ledger.pause(number, "C-106", on, CAUSE);
                        clerk.pause(on);
                        earliest = on;
                        missed = false;
                    }
                }
                case RESUME -> {
                    if (clerk.standsStill()) {
                        clerk.resume(on);
                        assertThat(ledger.resume(number, "C-106", on, CAUSE)).isEqualTo(clerk.lastDay());
                        earliest = on;
                    }
                }
                case EXTEND -> {
                    if (!clerk.standsStill()) {
                        LocalDate until = clerk.lastDay().plusDays(1 + move.days());
                        ledger.extend(number, "C-106", until, CAUSE);
                        clerk.extend(until);
                        missed = missed && until.isBefore(today);
                    }
                }
                case EDIT_HOLIDAYS -> {
                    LocalDate day = weekday(today.plusDays(move.days() - 5L));
                    boolean active = holidays.add(day) || !holidays.remove(day);
                    desk.make(new HolidayEdit(day, "Generated", "Ord. 330001", active, null, "Generated."), null);
                    missed = missed && (clerk.standsStill() || clerk.lastDay().isBefore(today));
                }
                case SWEEP -> {
                    SweepForTests.sweep(ledger, today);
                    missed = missed || !clerk.standsStill() && clerk.lastDay().isBefore(today);
                }
                case SATISFY -> {
                    boolean timely = clerk.standsStill() || !on.isAfter(clerk.lastDay());
                    appeals.complete(
                            number,
                            Map.of(
                                    "forwardedOn",
                                    on.toString(),
                                    "documentsDueOn",
                                    today.plusDays(9).toString()));
                    LedgerEntry settled = entry(number);
                    assertThat(settled.state()).as(life.toString()).isEqualTo(timely ? State.MET : State.MET_LATE);
                    assertThat(settled.keyedLate()).as(life.toString()).isEqualTo(timely && missed);
                    return;
                }
            }
            LedgerEntry entry = entry(number);
            assertThat(entry.state())
                    .as("%s after %s", life, move)
                    .isEqualTo(clerk.standsStill() ? State.PAUSED : missed ? State.BREACHED : State.RUNNING);
            if (!clerk.standsStill()) {
                assertThat(entry.computation().due())
                        .as("%s after %s", life, move)
                        .isEqualTo(clerk.lastDay());
                assertThat(appeals.task(number)
                                .getDueDate()
                                .toInstant()
                                .plusSeconds(1)
                                .atZone(CityClock.ZONE)
                                .toLocalDate())
                        .isEqualTo(clerk.lastDay().plusDays(1));
            }
        }
        engine.getRuntimeService().deleteProcessInstance(appeals.task(number).getProcessInstanceId(), "next life");
        assertThat(entry(number).state()).isEqualTo(missed ? State.BREACHED : State.CANCELLED);
    }

    private static Arbitrary<Move> moves() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(3, Act.PAUSE),
                                net.jqwik.api.Tuple.of(4, Act.RESUME),
                                net.jqwik.api.Tuple.of(2, Act.EXTEND),
                                net.jqwik.api.Tuple.of(3, Act.EDIT_HOLIDAYS),
                                net.jqwik.api.Tuple.of(2, Act.SWEEP),
                                net.jqwik.api.Tuple.of(1, Act.SATISFY)),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 14))
                .as(Move::new);
    }

    private static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private LedgerEntry entry(String number) {
        return ledger.ofCase(number).stream()
                .filter(entry -> entry.computation().clockId().equals("C-106"))
                .findFirst()
                .orElseThrow();
    }
}
