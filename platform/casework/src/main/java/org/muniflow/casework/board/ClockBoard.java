package org.muniflow.casework.board;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.ledger.ClockLedger;
import org.muniflow.casework.ledger.LedgerEntry;
import org.muniflow.casework.worklist.WorkCount;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clocks of all cases of some processes, paged by key. Who asks says which processes' cases may be read. */
public final class ClockBoard {

    private final JdbcClient jdbc;
    private final ClockLedger ledger;
    private final Clock clock;

    ClockBoard(JdbcClient jdbc, ClockLedger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A clock on the board.
     *
     * @param processKey the process of the clock's case
     * @param caseTitle what the case is about; null if it has no file
     * @param entry the clock with its explanation
     */
    public record Line(String processKey, @Nullable String caseTitle, LedgerEntry entry) {}

    /**
     * A page of the board.
     *
     * @param lines the clocks in the order of their last days
     * @param next where the next page begins, to be handed back as it is; null on the last page
     */
    public record Page(List<Line> lines, @Nullable String next) {}

    /**
     * Returns a page of the board.
     *
     * @param view which clocks
     * @param processes the processes whose cases may be read
     * @param after {@link Page#next} of the page before; null for the first page
     * @param limit how many at most
     * @return the page
     * @throws IllegalArgumentException when no page begins there
     */
    public Page page(BoardView view, Collection<String> processes, @Nullable String after, int limit) {
        if (processes.isEmpty()) {
            return new Page(List.of(), null);
        }
        BoardQuery query = BoardQuery.page(view, processes, LocalDate.now(clock), place(after), limit + 1);
        List<Found> found = jdbc.sql(query.sql())
                .params(query.values())
                .query((row, number) -> new Found(
                        row.getString("id"),
                        row.getString("process_key"),
                        row.getString("title"),
                        row.getObject("due_on", LocalDate.class)))
                .list();
        List<Found> shown = found.subList(0, Math.min(limit, found.size()));
        Map<String, LedgerEntry> entries = ledger
                .entries(shown.stream().map(Found::id).toList())
                .stream()
                .collect(Collectors.toMap(LedgerEntry::id, Function.identity()));
        List<Line> lines = shown.stream()
                .filter(one -> entries.containsKey(one.id()))
                .map(one -> new Line(one.processKey(), one.title(), Objects.requireNonNull(entries.get(one.id()))))
                .toList();
        return new Page(lines, found.size() > limit ? shown.get(limit - 1).place() : null);
    }

    /**
     * Counts the clocks of a view, up to a thousand.
     *
     * @param processes the processes whose cases may be read
     * @return the number for each view but that of the clocks whose cases went on
     */
    public Map<BoardView, WorkCount> count(Collection<String> processes) {
        Map<BoardView, WorkCount> counts = new LinkedHashMap<>();
        for (BoardView view : List.of(BoardView.WEEK, BoardView.MISSED, BoardView.PAUSED, BoardView.ALL)) {
            counts.put(view, processes.isEmpty() ? new WorkCount(0, false) : count(view, processes));
        }
        return counts;
    }

    private WorkCount count(BoardView view, Collection<String> processes) {
        BoardQuery query = BoardQuery.count(view, processes, LocalDate.now(clock), WorkCount.MOST + 1);
        int counted = jdbc.sql(query.sql())
                .params(query.values())
                .query(Integer.class)
                .single();
        return new WorkCount(Math.min(counted, WorkCount.MOST), counted > WorkCount.MOST);
    }

    private static BoardQuery.@Nullable Place place(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split("_", 2);
        try {
            return new BoardQuery.Place(LocalDate.parse(parts[0]), parts[1]);
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException wrong) {
            throw new IllegalArgumentException(
                    "No page of the board begins at '" + text + "'; start again from the first page", wrong);
        }
    }

    private record Found(
            String id, String processKey, @Nullable String title, LocalDate dueOn) {

        String place() {
            return dueOn + "_" + id;
        }
    }
}
