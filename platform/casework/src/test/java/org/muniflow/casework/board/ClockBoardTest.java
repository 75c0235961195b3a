package org.muniflow.casework.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniflow.api.casework.Cases;
import org.muniflow.casework.AppealCases;
import org.muniflow.casework.Appeals;
import org.muniflow.kernel.engine.CityClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@AppealCases
class ClockBoardTest {

    private static final List<String> APPEALS = List.of("appeal");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    ClockBoard board;

    @Autowired
    CityClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private Appeals appeals;

    @BeforeEach
    void deploy() {
        jdbc.update("delete from muniflow.clock");
        appeals = new Appeals(engine, cases, clock);
        appeals.deploy("2026-03-02"); // Monday
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void aClockIsDueThisWeekThenMissedAndThenTheCaseGoesOn() {
        String number = appeals.filed("2026-02-20"); // due Friday 6 March
        assertThat(numbers(BoardView.WEEK)).containsExactly(number);
        assertThat(numbers(BoardView.MISSED)).isEmpty();
        jdbc.update("update muniflow.clock set state = 'BREACHED'");
        assertThat(numbers(BoardView.WEEK)).isEmpty();
        assertThat(numbers(BoardView.MISSED)).containsExactly(number);
        assertThat(numbers(BoardView.ALL)).containsExactly(number);
        jdbc.update("update muniflow.clock set settled_at = current_timestamp");
        assertThat(numbers(BoardView.MISSED)).isEmpty();
        assertThat(numbers(BoardView.ALL)).isEmpty();
        assertThat(numbers(BoardView.RAN_OUT)).containsExactly(number);
    }

    @Test
    void theWeekEndsOnItsSeventhDay() {
        appeals.filed("2026-02-20");
        clock.set(java.time.Instant.parse("2026-02-28T18:00:00Z")); // the sixth day after it is Friday 6 March
        assertThat(numbers(BoardView.WEEK)).hasSize(1);
        clock.set(java.time.Instant.parse("2026-02-27T18:00:00Z"));
        assertThat(numbers(BoardView.WEEK)).isEmpty();
        assertThat(numbers(BoardView.ALL)).hasSize(1);
    }

    @Test
    void pagesFollowTheLastDayWithoutGapsOrRepeatsInBothDirections() {
        for (String receivedOn : List.of("2026-02-27", "2026-02-25", "2026-02-26", "2026-02-24", "2026-02-26")) {
            appeals.filed(receivedOn);
        }
        assertThat(all(BoardView.ALL)).hasSize(5).isSorted();
        jdbc.update("update muniflow.clock set state = 'BREACHED', settled_at = current_timestamp");
        assertThat(all(BoardView.RAN_OUT)).hasSize(5).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThatThrownBy(() -> board.page(BoardView.ALL, APPEALS, "nonsense", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("first page");
    }

    @Test
    void whoMayReadNoProcessSeesNoClockAndCountsNone() {
        appeals.filed("2026-02-20");
        assertThat(board.page(BoardView.ALL, List.of(), null, 10).lines()).isEmpty();
        assertThat(board.page(BoardView.ALL, List.of("certification"), null, 10).lines())
                .isEmpty();
        assertThat(board.count(List.of()).get(BoardView.ALL)).hasToString("0");
        assertThat(board.count(APPEALS).get(BoardView.ALL)).hasToString("1");
        assertThat(board.count(APPEALS).get(BoardView.WEEK)).hasToString("1");
        assertThat(board.count(APPEALS).get(BoardView.PAUSED)).hasToString("0");
    }

    @Test
    void aPageReadsNoMoreOfAHundredThousandClocksThanItShowsAndCountsStopAtAThousand() {
        assumeTrue(postgres(), "H2 has no plan to look at");
        jdbc.update("""
                insert into muniflow.clock (id, case_number, clock_id, title, source, source_id, element_name, trigger_on,
                    due_on, computation, cites, state, keyed_late, started_at, settled_at, process_key)
                select gen_random_uuid(), 'APPL-' || k, 'C-1', 't', 'TASK', 's' || k, 'e', date '2026-01-01',
                    date '2026-01-01' + k % 365, '{}', '', case when k % 10 = 0 then 'BREACHED' else 'MET' end, false,
                    current_timestamp, current_timestamp, 'appeal'
                from generate_series(1, 100000) k""");
        jdbc.update("""
                insert into muniflow.clock (id, case_number, clock_id, title, source, source_id, element_name, trigger_on,
                    due_on, computation, cites, state, keyed_late, started_at, process_key)
                select gen_random_uuid(), 'APPL-' || k, 'C-1', 't', 'TASK', 's' || k, 'e', date '2026-01-01',
                    date '2026-01-01' + k % 365, '{}', '', case when k % 10 = 0 then 'BREACHED' else 'RUNNING' end, false,
                    current_timestamp, 'appeal'
                from generate_series(1, 100000) k""");
        jdbc.execute("analyze muniflow.clock");
        for (BoardView view : BoardView.values()) {
            BoardQuery query = BoardQuery.page(view, APPEALS, LocalDate.of(2026, 3, 2), null, 26);
            assertThat(String.join(
                            "\n",
                            jdbc.queryForList(
                                    "explain " + query.sql(),
                                    String.class,
                                    query.values().toArray())))
                    .as(view.title())
                    .doesNotContain("Seq Scan on clock");
        }
        assertThat(board.count(APPEALS).get(BoardView.ALL)).hasToString("1000+");
        jdbc.update("delete from muniflow.clock");
    }

    private boolean postgres() {
        return Boolean.TRUE.equals(jdbc.execute((java.sql.Connection connection) ->
                connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    }

    private List<String> numbers(BoardView view) {
        return board.page(view, APPEALS, null, 10).lines().stream()
                .map(line -> line.entry().caseNumber())
                .toList();
    }

    private List<String> all(BoardView view) {
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            ClockBoard.Page page = board.page(view, APPEALS, next, 2);
            assertThat(page.lines()).hasSizeLessThanOrEqualTo(2);
            page.lines().forEach(line -> {
                assertThat(line.caseTitle()).isEqualTo("Prairie Paving LLC");
                seen.add(line.entry().computation().due() + " " + line.entry().id());
            });
            next = page.next();
        } while (next != null);
        assertThat(seen).doesNotHaveDuplicates();
        return seen;
    }
}
