package org.muniflow.casework.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements behind the board. A page reads, process by process and state by state, no more rows of an index than the page
 * has; so it costs the same however many clocks there are.
 *
 * @param sql the statement
 * @param values its values
 */
record BoardQuery(String sql, List<Object> values) {

    /** The days that count as this week. */
    static final int WEEK = 7;

    private static final String COLUMNS = "select id, case_number, process_key, due_on";

    /** The last clock of a page: where the next one begins. */
    record Place(LocalDate dueOn, String id) {}

    static BoardQuery page(
            BoardView view, Collection<String> processes, LocalDate today, @Nullable Place after, int limit) {
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        // The number stands in the text: PostgreSQL plans anew each time when it does not know how much is read.
        String order = " order by due_on%1$s, id%1$s fetch first %2$d rows only"
                .formatted(view.latestFirst() ? " desc" : "", limit);
        for (String process : processes) {
            for (String state : view.states()) {
                StringBuilder part = new StringBuilder("(")
                        .append(COLUMNS)
                        .append(" from muniflow.clock where process_key = ? and ")
                        .append(view.condition(state));
                values.add(process);
                if (view == BoardView.WEEK) {
                    values.add(lastOfWeek(today));
                }
                if (after != null) {
                    part.append(" and (due_on, id) ")
                            .append(view.latestFirst() ? "<" : ">")
                            .append(" (?, ?)");
                    values.add(after.dueOn());
                    values.add(after.id());
                }
                parts.add(part.append(order).append(')').toString());
            }
        }
        String some = "select p.id, p.case_number, p.process_key, p.due_on, f.title from (" + COLUMNS + " from ("
                + String.join(" union all ", parts) + ") every_process" + order
                + ") p left join muniflow.case_file f on f.case_number = p.case_number order by p.due_on"
                + (view.latestFirst() ? " desc, p.id desc" : ", p.id");
        return new BoardQuery(some, values);
    }

    /** Counts up to a cap, so that the count costs no more the more clocks there are. */
    static BoardQuery count(BoardView view, Collection<String> processes, LocalDate today, int most) {
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String process : processes) {
            for (String state : view.states()) {
                parts.add("(select id from muniflow.clock where process_key = ? and " + view.condition(state)
                        + " fetch first " + most + " rows only)");
                values.add(process);
                if (view == BoardView.WEEK) {
                    values.add(lastOfWeek(today));
                }
            }
        }
        return new BoardQuery("select count(*) from (" + String.join(" union all ", parts) + ") some_clocks", values);
    }

    private static LocalDate lastOfWeek(LocalDate today) {
        return today.plusDays(WEEK - 1L);
    }
}
