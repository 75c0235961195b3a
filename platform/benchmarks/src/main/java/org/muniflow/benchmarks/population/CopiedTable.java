package org.muniflow.benchmarks.population;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table whose rows belong to cases.
 *
 * @param name its name
 * @param join how its rows {@code t} are found from a case {@code b} that is copied
 * @param as what the copy has in columns that follow no rule of their names
 */
record CopiedTable(String name, String join, Map<String, String> as) {

    /** The number of the copied case: the year's own for the open ones, one of the two years before it for the ended. */
    static final String NUMBER = "(case when b.state = 'OPEN' then b.prefix || '-' || b.this_year || '-'"
            + " || lpad((b.place + k * 1000)::text, 6, '0') else b.prefix || '-' || (b.this_year - 1 - k % 2) || '-'"
            + " || lpad((b.place + (k / 2) * 1000)::text, greatest(6, length((b.place + (k / 2) * 1000)::text)), '0') end)";

    private static final Set<String> NUMBERS = Set.of("case_number", "business_key_");
    private static final Set<String> IDS = Set.of(
            "id",
            "id_",
            "process_instance_id",
            "proc_inst_id_",
            "root_proc_inst_id_",
            "execution_id_",
            "parent_id_",
            "task_id",
            "task_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "var_inst_id_",
            "var_scope_",
            "operation_id_",
            "user_operation_id_",
            "source_id",
            "clock_row",
            "document_id",
            "series_id",
            "message_id");
    private static final String OF_CASE = "t.case_number = b.case_number";
    private static final String OF_INSTANCE = "t.root_proc_inst_id_ = b.process_instance_id";
    private static final String RUNNING = "t.proc_inst_id_ = b.process_instance_id";

    /** The tables of every case, those first to which others refer. */
    static final List<CopiedTable> ALL = List.of(
            of("act_hi_procinst", OF_INSTANCE),
            of("act_hi_actinst", OF_INSTANCE),
            of("act_hi_taskinst", OF_INSTANCE),
            of("act_hi_varinst", OF_INSTANCE),
            of("act_hi_detail", OF_INSTANCE),
            of("act_hi_identitylink", OF_INSTANCE),
            of("act_hi_op_log", OF_INSTANCE),
            of("act_ru_execution", RUNNING),
            of("act_ru_task", RUNNING),
            of("act_ru_variable", RUNNING),
            of(
                    "act_ru_identitylink",
                    "t.task_id_ in (select r.id_ from act_ru_task r where r.proc_inst_id_ = b.process_instance_id)"),
            new CopiedTable(
                    "muniflow.case_file",
                    OF_CASE,
                    Map.of(
                            "title",
                            "benchmark_title(t.process_key, " + NUMBER + ")",
                            "record_id",
                            "t.record_id || '-' || k")),
            of("muniflow.work_item", OF_CASE),
            of("muniflow.clock", OF_CASE),
            of(
                    "muniflow.clock_change",
                    "t.clock_row in (select c.id from muniflow.clock c where c.case_number = b.case_number)"),
            new CopiedTable(
                    "muniflow.case_trail",
                    OF_CASE,
                    Map.of("steps", "replace(t.steps, b.process_instance_id, md5(b.process_instance_id || ':' || k))")),
            new CopiedTable("muniflow.document", OF_CASE, Map.of("record_id", "t.record_id || '-' || k")),
            of("muniflow.notice", OF_CASE));

    private static CopiedTable of(String name, String join) {
        return new CopiedTable(name, join, Map.of());
    }

    /**
     * Says what a copy has in a column. Ids stay consistent between tables, and moments go back in time: the more, the
     * later the copy; last days of open cases stay.
     *
     * @param column the column
     * @param type its type
     * @return SQL over the row {@code t}, the case {@code b} and the copy's number {@code k}
     */
    String copied(String column, String type) {
        if (as.containsKey(column)) {
            return as.get(column);
        }
        if (NUMBERS.contains(column)) {
            return NUMBER;
        }
        if (IDS.contains(column) && type.equals("character varying")) {
            return "md5(t." + column + " || ':' || k)";
        }
        if (type.startsWith("timestamp") && !column.startsWith("due")) {
            return "t." + column + " - b.back * k";
        }
        if (type.equals("date")) {
            return "case when b.state = 'OPEN' then t." + column + " else t." + column + " - k / 3 end";
        }
        return "t." + column;
    }
}
