package org.muniflow.casework.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds cases by their clocks, the earliest last day first. It reads the clocks of each process in the order of an index and
 * looks through a bounded number of them, so that it costs the same however many cases there are.
 */
public final class CasesByClock {

    private static final int LOOKED_THROUGH = 2000;
    private static final int AT_ONCE = 200;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private final JdbcClient jdbc;
    private final Clock clock;

    CasesByClock(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which clocks are wanted. */
    public enum Due {
        /** The last day comes within seven days. */
        WEEK("RUNNING", 6),
        /** The last day comes within thirty days. */
        MONTH("RUNNING", 29),
        /** The last day has passed, and the act may still come. */
        MISSED("BREACHED", 0);

        private final String state;
        private final int days;

        Due(String state, int days) {
            this.state = state;
            this.days = days;
        }
    }

    /**
     * A case with the clock by which it was found.
     *
     * @param file the case
     * @param clockId the clock, for example {@code C-105}
     * @param dueOn its last day
     * @param place where a next page begins, to be handed back as it is
     */
    public record Found(CaseFiles.Row file, String clockId, LocalDate dueOn, String place) {}

    /**
     * A page of cases.
     *
     * @param found the cases; one stands there for each of its clocks
     * @param next where the next page begins; null on the last page
     */
    public record Page(List<Found> found, @Nullable String next) {}

    private record Place(LocalDate dueOn, String id) {

        static Place of(@Nullable String text) {
            if (text == null) {
                return new Place(FIRST, "");
            }
            String[] parts = text.split("_", 2);
            try {
                return new Place(LocalDate.parse(parts[0]), parts[1]);
            } catch (DateTimeParseException | ArrayIndexOutOfBoundsException wrong) {
                throw new IllegalArgumentException(
                        "No page of cases begins at '" + text + "'; start again from the first page", wrong);
            }
        }
    }

    /**
     * Returns a page of cases.
     *
     * @param wanted which cases
     * @param due which clocks
     * @param after {@link Page#next} of the page before; null for the first page
     * @param limit how many at most
     * @return the page; it may have fewer cases than the limit and yet a next page, when few of many clocks are of cases
     *     that are wanted
     * @throws IllegalArgumentException when no page begins there
     */
    public Page page(CaseFiles.Wanted wanted, Due due, @Nullable String after, int limit) {
        Place place = Place.of(after);
        List<Found> found = new ArrayList<>();
        // Where every case is wanted, one page and the place of the next are enough.
        int atOnce = text(wanted).isEmpty() && wanted.state() == null ? limit + 1 : AT_ONCE;
        for (int looked = 0; looked < LOOKED_THROUGH && !wanted.processKeys().isEmpty(); looked += atOnce) {
            List<Found> some = read(wanted, due, place, atOnce);
            for (Found one : some) {
                if (matches(one.file(), wanted)) {
                    found.add(one);
                }
                if (found.size() == limit) {
                    return new Page(
                            found, one.equals(some.get(some.size() - 1)) && some.size() < atOnce ? null : one.place());
                }
            }
            if (some.size() < atOnce) {
                return new Page(found, null);
            }
            place = Place.of(some.get(some.size() - 1).place());
        }
        return new Page(found, wanted.processKeys().isEmpty() ? null : place.dueOn() + "_" + place.id());
    }

    private List<Found> read(CaseFiles.Wanted wanted, Due due, Place after, int atOnce) {
        String order = " order by due_on, id fetch first " + atOnce + " rows only";
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String process : wanted.processKeys()) {
            parts.add(
                    "(select id, case_number, clock_id, due_on from muniflow.clock where process_key = ? and state = '"
                            + due.state + "' and settled_at is null"
                            + (due == Due.MISSED ? "" : " and due_on <= ?")
                            + " and (due_on, id) > (?, ?)" + order + ")");
            values.add(process);
            if (due != Due.MISSED) {
                values.add(LocalDate.now(clock).plusDays(due.days));
            }
            values.add(after.dueOn());
            values.add(after.id());
        }
        return jdbc.sql("select k.id, k.clock_id, k.due_on, f.* from (select id, case_number, clock_id, due_on from ("
                        + String.join(" union all ", parts) + ") every_process" + order
                        + ") k join muniflow.case_file f on f.case_number = k.case_number order by k.due_on, k.id")
                .params(values)
                .query(CasesByClock::found)
                .list();
    }

    private static boolean matches(CaseFiles.Row file, CaseFiles.Wanted wanted) {
        String text = text(wanted);
        return (wanted.state() == null || wanted.state().equals(file.state()))
                && (text.isEmpty()
                        || file.caseNumber().startsWith(text.toUpperCase(Locale.ROOT))
                        || TitleWords.of(text).match(file.title()));
    }

    private static String text(CaseFiles.Wanted wanted) {
        return wanted.text() == null ? "" : wanted.text().strip();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return new Found(
                CaseFiles.row(row, number), row.getString("clock_id"), dueOn, dueOn + "_" + row.getString("id"));
    }
}
