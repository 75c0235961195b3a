package org.muniflow.casework.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
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
class WorkListTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    WorkList workList;

    @Autowired
    CityClock clock;

    @Autowired
    JdbcTemplate jdbc;

    Appeals appeals;

    @BeforeEach
    void deploy() {
        jdbc.update("delete from muniflow.work_item");
        appeals = new Appeals(engine, cases, clock);
        appeals.deploy("2026-03-02"); // Monday
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void aTaskOfTwoTeamsIsListedAndCountedOnceWithItsCase() {
        String number = appeals.filed("2026-02-27");
        List<String> teams = List.of("creo-director", "creo-analyst");
        WorkPage page = workList.ofTeams(teams, false, null, 10);
        assertThat(page.items()).hasSize(1);
        WorkItem item = page.items().get(0);
        assertThat(item.caseNumber()).isEqualTo(number);
        assertThat(item.caseTitle()).isEqualTo("Prairie Paving LLC");
        assertThat(item.name()).isEqualTo("Forward appeal");
        assertThat(item.dueAt()).isEqualTo("2026-03-14T04:59:59Z"); // ten business days: Friday 13 March
        assertThat(page.next()).isNull();
        assertThat(workList.countOfTeams(teams, false)).hasToString("1");
        assertThat(workList.ofTeams(List.of("real-estate"), false, null, 10).items())
                .isEmpty();
    }

    @Test
    void claimingMovesATaskToThePersonAndCompletingRemovesIt() {
        String number = appeals.filed("2026-02-27");
        Task task = appeals.task(number);
        engine.getTaskService().setAssignee(task.getId(), "ana.analyst");
        assertThat(workList.mine("ana.analyst", null, 10).items()).hasSize(1);
        assertThat(workList.countMine("ana.analyst")).hasToString("1");
        assertThat(workList.ofTeams(List.of("creo-analyst"), true, null, 10).items())
                .isEmpty();
        assertThat(workList.ofTeams(List.of("creo-analyst"), false, null, 10).items())
                .extracting(WorkItem::assignee)
                .containsExactly("ana.analyst");
        engine.getTaskService().setAssignee(task.getId(), null);
        assertThat(workList.mine("ana.analyst", null, 10).items()).isEmpty();
        appeals.complete(number, Map.of("forwardedOn", "2026-03-02", "documentsDueOn", "2026-03-31"));
        assertThat(workList.ofCase(number)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from muniflow.work_item", Integer.class))
                .isZero();
    }

    @Test
    void pagesFollowTheDueDateWithoutGapsOrRepeats() {
        for (String receivedOn : List.of("2026-02-27", "2026-02-25", "2026-02-26", "2026-02-24", "2026-02-26")) {
            appeals.filed(receivedOn);
        }
        String undated = appeals.forwarded("2026-02-20", "2026-03-02", "2026-03-31");
        cases.message("documentsReceived", undated, Map.of());
        List<WorkItem> seen = new ArrayList<>();
        String next = null;
        do {
            WorkPage page = workList.ofTeams(List.of("creo-director", "creo-analyst"), true, next, 2);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            seen.addAll(page.items());
            next = page.next();
        } while (next != null);
        assertThat(seen).hasSize(6).extracting(WorkItem::taskId).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 5)).extracting(WorkItem::dueAt).isSorted();
        assertThat(seen.get(5).dueAt()).isNull();
        assertThatThrownBy(() -> workList.mine("ana.analyst", "nonsense", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("first page");
    }

    @Test
    void countsStopAtAThousand() {
        for (int i = 0; i < 1100; i++) {
            jdbc.update("insert into muniflow.work_item values ('task-" + i
                    + "', 'crowd', true, null, 'p', 'i', 'e', 'n', 'eva', timestamp '2026-03-02 00:00:00',"
                    + " timestamp '2026-03-02 00:00:00')");
        }
        assertThat(workList.countMine("eva")).hasToString("1000+");
        assertThat(workList.countOfTeams(List.of("crowd"), false)).hasToString("1000+");
    }
}
