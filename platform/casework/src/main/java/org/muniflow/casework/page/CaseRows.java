package org.muniflow.casework.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds cases by number, title and state. */
@Component
final class CaseRows {

    private static final String COLUMNS =
            "select case_number, process_key, record_id, title, received_on, state, outcome from muniflow.case_file";

    private final JdbcClient jdbc;

    CaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CaseRow> find(String caseNumber) {
        return jdbc.sql(COLUMNS + " where case_number = ?")
                .param(caseNumber)
                .query(CaseRow.class)
                .optional();
    }

    List<String> processes() {
        return jdbc.sql("select distinct process_key from muniflow.case_file order by process_key")
                .query(String.class)
                .list();
    }

    /** Returns the teams to which the open tasks of a case are offered, by task. */
    Map<String, List<String>> teams(String caseNumber) {
        Map<String, List<String>> teams = new java.util.LinkedHashMap<>();
        jdbc.sql("select task_id, group_id from muniflow.work_item where case_number = ? order by group_id")
                .param(caseNumber)
                .query(row -> {
                    teams.computeIfAbsent(row.getString(1), task -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return teams;
    }

    /**
     * Finds cases, newest number first.
     *
     * @param processes the processes whose cases may be shown; none finds nothing
     * @param words words of the number or the title; empty for all
     * @param state OPEN, ENDED or empty
     * @param before the last number of the page before; null for the first page
     * @param limit how many at most
     */
    List<CaseRow> search(List<String> processes, String words, String state, @Nullable String before, int limit) {
        if (processes.isEmpty()) {
            return List.of();
        }
        StringBuilder sql = new StringBuilder(COLUMNS + " where process_key in (:processes)");
        var parameters = new java.util.HashMap<String, Object>();
        parameters.put("processes", processes);
        if (!words.isBlank()) {
            String like = words.strip()
                    .toLowerCase(Locale.ROOT)
                    .replace("!", "!!")
                    .replace("%", "!%")
                    .replace("_", "!_");
            sql.append(" and (lower(case_number) like :words escape '!' or lower(title) like :words escape '!')");
            parameters.put("words", "%" + like + "%");
        }
        if (!state.isBlank()) {
            sql.append(" and state = :state");
            parameters.put("state", state);
        }
        if (before != null) {
            sql.append(" and case_number < :before");
            parameters.put("before", before);
        }
        parameters.put("most", limit);
        return jdbc.sql(sql + " order by case_number desc fetch first :most rows only")
                .params(parameters)
                .query(CaseRow.class)
                .list();
    }
}
