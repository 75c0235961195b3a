package org.muniflow.casework.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much teams and people have to do. Counts are capped and read by index, so that they cost the same in a large city. */
public final class WorkLoad {

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkLoad(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What somebody has to do.
     *
     * @param who the team's or the person's id
     * @param open the open tasks; of a team also those that its people have claimed
     * @param unclaimed the open tasks that nobody has claimed; none for a person
     * @param overdue the open tasks whose last day is over
     * @param earliest the earliest last day among them; null if none has one
     */
    public record Load(
            String who,
            WorkCount open,
            WorkCount unclaimed,
            WorkCount overdue,
            @Nullable OffsetDateTime earliest) {}

    /**
     * Returns the teams that have tasks.
     *
     * @param after the last team of the page before; empty for the first page
     * @param limit how many at most
     * @return the teams by id
     */
    public List<Load> teams(String after, int limit) {
        return loads("group_id", "", after, limit);
    }

    /**
     * Returns the people who have claimed tasks.
     *
     * @param after the last person of the page before; empty for the first page
     * @param limit how many at most
     * @return the people by id
     */
    public List<Load> people(String after, int limit) {
        return loads("assignee", " and first_row = true", after, limit);
    }

    private List<Load> loads(String column, String also, String after, int limit) {
        List<String> names = names(column, after, limit);
        if (names.isEmpty()) {
            return List.of();
        }
        String mine = " from muniflow.work_item where " + column + " = ?" + also;
        String row = "(select cast(? as varchar(255)) as who, " + count(mine) + " as open_tasks, "
                + count(mine + " and assignee is null") + " as unclaimed, " + count(mine + " and due_at < ?")
                + " as overdue, (select min(due_at)" + mine + ") as earliest)";
        List<Object> values = new ArrayList<>();
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (String name : names) {
            values.addAll(List.of(name, name, name, name, now, name));
        }
        return jdbc.sql(String.join(
                                " union all ", names.stream().map(name -> row).toList()) + " order by who")
                .params(values)
                .query(WorkLoad::load)
                .list();
    }

    private static String count(String from) {
        return "(select count(*) from (select task_id" + from + " fetch first " + (WorkCount.MOST + 1)
                + " rows only) some_tasks)";
    }

    /** One step of the index for each name: "distinct" would read all tasks. */
    private List<String> names(String column, String after, int limit) {
        return jdbc.sql("""
                        with recursive found (who) as (
                            select min(%1$s) from muniflow.work_item where %1$s > ?
                            union all
                            select (select min(w.%1$s) from muniflow.work_item w where w.%1$s > found.who)
                            from found where found.who is not null
                        )
                        select who from found where who is not null order by who fetch first %2$d rows only""".formatted(column, limit))
                .param(after)
                .query(String.class)
                .list();
    }

    private static Load load(ResultSet row, int number) throws SQLException {
        OffsetDateTime earliest = row.getObject("earliest", OffsetDateTime.class);
        return new Load(
                row.getString("who"),
                capped(row.getInt("open_tasks")),
                capped(row.getInt("unclaimed")),
                capped(row.getInt("overdue")),
                earliest == null || !earliest.isBefore(WorkList.NEVER) ? null : earliest);
    }

    private static WorkCount capped(int counted) {
        return new WorkCount(Math.min(counted, WorkCount.MOST), counted > WorkCount.MOST);
    }
}
