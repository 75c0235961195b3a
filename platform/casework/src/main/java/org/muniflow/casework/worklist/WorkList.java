package org.muniflow.casework.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The open tasks of a person and of teams, read from {@code muniflow.work_item} by index and paged by key: the cost of a
 * page does not grow with the number of open tasks.
 */
public final class WorkList {

    static final OffsetDateTime NEVER = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final OffsetDateTime FIRST = OffsetDateTime.of(1900, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final Comparator<WorkItem> BY_DUE =
            Comparator.<WorkItem, OffsetDateTime>comparing(WorkList::order).thenComparing(WorkItem::taskId);
    private static final String SELECT = """
            select w.task_id, w.case_number, c.title, w.process_key, w.element_id, w.name, w.assignee, w.due_at, w.created_at
            from muniflow.work_item w left join muniflow.case_file c on c.case_number = w.case_number
            where\s""";
    private static final String PAGE =
            " and (w.due_at, w.task_id) > (?, ?) order by w.due_at, w.task_id fetch first %d rows only";
    private static final String MINE = "w.assignee = ? and w.first_row = true";
    private static final String TEAM = "w.group_id = ?";
    private static final String UNCLAIMED = " and w.assignee is null";

    private final JdbcClient jdbc;

    WorkList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns a page of the tasks that a person has claimed.
     *
     * @param user the person
     * @param after {@link WorkPage#next} of the page before; null for the first page
     * @param limit how many at most
     * @return the page
     */
    public WorkPage mine(String user, @Nullable String after, int limit) {
        return page(read(MINE, user, Place.of(after), limit + 1), limit);
    }

    /**
     * Returns a page of teams' tasks. A task of several of the teams is listed once.
     *
     * @param groups the teams
     * @param unclaimedOnly whether claimed tasks are left out
     * @param after {@link WorkPage#next} of the page before; null for the first page
     * @param limit how many at most
     * @return the page
     */
    public WorkPage ofTeams(Collection<String> groups, boolean unclaimedOnly, @Nullable String after, int limit) {
        Place place = Place.of(after);
        Map<String, WorkItem> found = new HashMap<>();
        for (String group : groups) {
            read(unclaimedOnly ? TEAM + UNCLAIMED : TEAM, group, place, limit + 1)
                    .forEach(item -> found.put(item.taskId(), item));
        }
        return page(found.values().stream().sorted(BY_DUE).limit(limit + 1L).toList(), limit);
    }

    /**
     * Returns the open tasks of a case, its called processes included.
     *
     * @param caseNumber the case
     * @return the tasks, the earliest due first; may be empty
     */
    public List<WorkItem> ofCase(String caseNumber) {
        return jdbc.sql(SELECT + "w.case_number = ? and w.first_row = true order by w.due_at, w.task_id")
                .param(caseNumber)
                .query(WorkList::item)
                .list();
    }

    /**
     * Counts a person's tasks.
     *
     * @param user the person
     * @return the number, capped
     */
    public WorkCount countMine(String user) {
        return count("assignee = ? and first_row = true", List.of(user));
    }

    /**
     * Counts teams' tasks.
     *
     * @param groups the teams
     * @param unclaimedOnly whether claimed tasks are left out
     * @return the number, capped; a task of several teams counts once
     */
    public WorkCount countOfTeams(Collection<String> groups, boolean unclaimedOnly) {
        if (groups.isEmpty()) {
            return new WorkCount(0, false);
        }
        String places = String.join(", ", groups.stream().map(group -> "?").toList());
        return count(
                "group_id in (" + places + ")" + (unclaimedOnly ? " and assignee is null" : ""), List.copyOf(groups));
    }

    private WorkCount count(String where, List<String> values) {
        return jdbc.sql("select count(*), count(distinct task_id) from (select task_id from muniflow.work_item where "
                        + where + " fetch first " + (WorkCount.MOST + 1) + " rows only) some_tasks")
                .params(values)
                .query((row, number) ->
                        new WorkCount(Math.min(row.getInt(2), WorkCount.MOST), row.getInt(1) > WorkCount.MOST))
                .single();
    }

    private List<WorkItem> read(String where, String value, Place after, int limit) {
        // The number stands in the text: PostgreSQL plans anew each time when it does not know how much is read.
        return jdbc.sql(SELECT + where + PAGE.formatted(limit))
                .params(value, after.dueAt(), after.taskId())
                .query(WorkList::item)
                .list();
    }

    private static WorkPage page(List<WorkItem> found, int limit) {
        if (found.size() <= limit) {
            return new WorkPage(found, null);
        }
        List<WorkItem> items = new ArrayList<>(found.subList(0, limit));
        WorkItem last = items.get(limit - 1);
        return new WorkPage(items, new Place(order(last), last.taskId()).text());
    }

    private static OffsetDateTime order(WorkItem item) {
        OffsetDateTime dueAt = item.dueAt();
        return dueAt == null ? NEVER : dueAt;
    }

    private static WorkItem item(ResultSet row, int number) throws SQLException {
        OffsetDateTime dueAt = row.getObject("due_at", OffsetDateTime.class);
        return new WorkItem(
                row.getString("task_id"),
                row.getString("case_number"),
                row.getString("title"),
                row.getString("process_key"),
                row.getString("element_id"),
                row.getString("name"),
                row.getString("assignee"),
                dueAt.isBefore(NEVER) ? dueAt : null,
                row.getObject("created_at", OffsetDateTime.class));
    }

    /** The last task of a page: where the next one begins. */
    private record Place(OffsetDateTime dueAt, String taskId) {

        static Place of(@Nullable String text) {
            if (text == null) {
                return new Place(FIRST, "");
            }
            String[] parts = text.split("_", 2);
            try {
                return new Place(Instant.ofEpochMilli(Long.parseLong(parts[0])).atOffset(ZoneOffset.UTC), parts[1]);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException wrong) {
                throw new IllegalArgumentException(
                        "No page of the work list begins at '" + text + "'; start again from the first page", wrong);
            }
        }

        String text() {
            return dueAt.toInstant().toEpochMilli() + "_" + taskId;
        }
    }
}
