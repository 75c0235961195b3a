package org.muniflow.casework.holiday;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.Rejected;
import org.muniflow.casework.calendar.CityCalendar;
import org.muniflow.casework.calendar.Holiday;
import org.muniflow.casework.ledger.CalendarRecount;
import org.muniflow.casework.ledger.CalendarRecount.Moved;
import org.muniflow.kernel.spi.Actors;
import org.muniflow.kernel.spi.StepRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Edits the city's holidays: the row, its history and every clock that it moves change in one transaction, one edit after the
 * other in the whole city.
 */
final class HolidayDesk {

    /** Longer than any step computes a date with the holidays of before, and than another node trusts what it has read. */
    private static final Duration UNSURE = Duration.ofHours(1);

    private final CityCalendar calendar;
    private final CalendarRecount recount;
    private final JdbcClient jdbc;
    private final Actors actors;
    private final TransactionOperations transactions;
    private final Clock clock;

    HolidayDesk(
            CityCalendar calendar,
            CalendarRecount recount,
            JdbcClient jdbc,
            Actors actors,
            TransactionOperations transactions,
            Clock clock) {
        this.calendar = calendar;
        this.recount = recount;
        this.jdbc = jdbc;
        this.actors = actors;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An edit that was made. */
    record Made(
            LocalDate date,
            String name,
            String source,
            boolean active,
            String before,
            String reason,
            int clocksMoved,
            @Nullable String by,
            OffsetDateTime at) {}

    List<Holiday> list(int year) {
        return calendar.list(year);
    }

    Optional<Holiday> find(LocalDate date) {
        return calendar.list(date.getYear()).stream()
                .filter(row -> row.date().equals(date))
                .findFirst();
    }

    List<Made> changes(int limit) {
        return jdbc.sql("select * from muniflow.holiday_change order by id desc fetch first ? rows only")
                .param(limit)
                .query((row, number) -> new Made(
                        row.getObject("holiday_date", LocalDate.class),
                        row.getString("name"),
                        row.getString("source"),
                        row.getBoolean("active"),
                        row.getString("before_edit"),
                        row.getString("reason"),
                        row.getInt("clocks_moved"),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class)))
                .list();
    }

    /** Tells which clocks an edit would move. */
    List<Moved> preview(HolidayEdit edit) {
        return recount.preview(edit.rows());
    }

    /** A mark of what a preview showed; another one when other clocks would move, or to other days. */
    static String mark(List<Moved> moved) {
        String all = moved.stream()
                .map(clock -> clock.entry().id() + clock.computation().due())
                .sorted()
                .collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * Makes an edit.
     *
     * @param edit the edit
     * @param seen the mark of the preview that was confirmed; null when nobody looked at one
     * @return the clocks that it moved
     * @throws Rejected when it cannot be done, or would no longer do what the preview showed
     */
    List<Moved> make(HolidayEdit edit, @Nullable String seen) {
        List<Holiday> rows = edit.rows();
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                alone();
                if (seen != null && !seen.equals(mark(recount.preview(rows)))) {
                    throw new Rejected(
                            "", "Cases went on since you looked: the list of clocks has changed. Look at it again.");
                }
                // Counted before the rows are written: the calendar's memory must never hold what may be rolled back.
                List<Moved> moved =
                        recount.apply(rows, edit.reason().strip(), edit.source().strip());
                rows.forEach(row -> write(row, edit.reason().strip(), moved.size()));
                return moved;
            }));
        } catch (StepRefused running) {
            throw new Rejected("", String.valueOf(running.getMessage()));
        } catch (OptimisticLockingException atOnce) {
            throw new Rejected("", "A case went on at the same moment, so nothing was changed. Try again.");
        }
    }

    /**
     * Counts anew once more what was edited lately: a step that was under way had still counted with the holidays of before.
     *
     * @return how many clocks it moved
     */
    int settle() {
        return Objects.requireNonNull(transactions.execute(status -> {
            List<Made> lately = changes(100).stream()
                    .filter(made -> made.at().plus(UNSURE).isAfter(OffsetDateTime.now(clock)))
                    .toList();
            if (lately.isEmpty()) {
                return 0;
            }
            alone();
            List<Holiday> rows = lately.stream()
                    .map(Made::date)
                    .distinct()
                    .flatMap(date -> find(date).stream())
                    .toList();
            return recount.apply(rows, lately.get(0).reason(), lately.get(0).source())
                    .size();
        }));
    }

    /** One edit after the other; whoever waited sees what the one before has written. */
    private void alone() {
        jdbc.sql("select id from muniflow.holiday_lock where id = 1 for update")
                .query(Integer.class)
                .single();
        calendar.readAgain();
    }

    private void write(Holiday row, String reason, int moved) {
        String before = find(row.date())
                .map(old -> (old.active() ? "" : "struck: ") + old.name() + ", " + old.source())
                .orElse("no holiday");
        String by = actors.current();
        calendar.save(row, by == null ? "muniflow" : by);
        jdbc.sql("""
                        insert into muniflow.holiday_change
                            (holiday_date, name, source, active, before_edit, reason, clocks_moved, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        row.date(),
                        row.name(),
                        row.source(),
                        row.active(),
                        before,
                        reason,
                        moved,
                        by,
                        OffsetDateTime.now(clock))
                .update();
    }
}
