package org.muniflow.casework.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which processes have cases, and which teams may claim a case's open tasks. */
@Component
final class CaseTeams {

    private final JdbcClient jdbc;

    CaseTeams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the processes that have or had cases. */
    List<String> processes() {
        // One step of the index for each process: "distinct" would read all cases.
        return jdbc.sql("""
                        with recursive found (process_key) as (
                            select min(process_key) from muniflow.case_file
                            union all
                            select (select min(c.process_key) from muniflow.case_file c
                                    where c.process_key > found.process_key)
                            from found where found.process_key is not null
                        )
                        select process_key from found where process_key is not null order by process_key""").query(String.class).list();
    }

    /** Returns the teams to which the open tasks of a case are offered, by task. */
    Map<String, List<String>> of(String caseNumber) {
        Map<String, List<String>> teams = new LinkedHashMap<>();
        jdbc.sql("select task_id, group_id from muniflow.work_item where case_number = ? order by group_id")
                .param(caseNumber)
                .query(row -> {
                    teams.computeIfAbsent(row.getString(1), task -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return teams;
    }
}
