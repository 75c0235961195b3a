package org.muniflow.casework.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The queries behind the list of cases. Each costs the same however many cases there are: the newest are read process by
 * process in the order of an index, and a text is looked for first among some of them, then by its own index.
 */
final class CaseSearch {

    static final String COLUMNS = """
            select case_number, process_key, process_instance_id, record_id, title, received_on, state, outcome, started_at,
                   ended_at""";

    /** So many of the newest cases are looked through for a text: as many as are read about as fast as its index. */
    private static final int LOOKED_THROUGH = 500;

    private static final String NEWEST_FIRST = " order by started_at desc, case_number desc fetch first %d rows only";

    private final CaseFiles.Wanted wanted;
    private final CaseFiles.@Nullable Row last;
    private final int limit;
    private final String text;
    private final TitleWords words;
    private final boolean indexed;

    CaseSearch(CaseFiles.Wanted wanted, CaseFiles.@Nullable Row last, int limit, boolean indexed) {
        this.indexed = indexed;
        this.wanted = wanted;
        this.last = last;
        this.limit = limit;
        this.text = wanted.text() == null ? "" : wanted.text().strip();
        this.words = TitleWords.of(text);
    }

    /** A statement and its values. */
    record Query(String sql, List<Object> values) {}

    boolean hasText() {
        return !text.isEmpty();
    }

    /** Asks for the newest cases; when a text is wanted, for those of the newest that have it. */
    Query newest() {
        int most = hasText() ? LOOKED_THROUGH : limit;
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String process : wanted.processKeys()) {
            StringBuilder part =
                    new StringBuilder("(").append(COLUMNS).append(" from muniflow.case_file where process_key = ?");
            values.add(process);
            restrict(part, values);
            parts.add(part.append(newestFirst(most)).append(')').toString());
        }
        String sql = COLUMNS + " from (" + String.join(" union all ", parts) + ") newest" + newestFirst(most);
        if (!hasText()) {
            return new Query(sql, values);
        }
        values.add(numbers());
        values.addAll(words.patterns());
        return new Query(
                COLUMNS + " from (" + sql + ") newest where (case_number like ? or " + words.condition("title") + ")"
                        + newestFirst(limit),
                values);
    }

    /** Asks for the cases that have the text. {@code offset 0} keeps the database from reading them in another order. */
    Query everywhere() {
        List<Object> values = new ArrayList<>();
        values.add(numbers());
        if (isInIndex()) {
            values.add(words.query());
        } else {
            values.addAll(words.patterns());
        }
        StringBuilder sql = new StringBuilder(COLUMNS)
                .append(" from (")
                .append(COLUMNS)
                .append(" from muniflow.case_file where case_number like ? or ")
                .append(isInIndex() ? TitleWords.indexed("title") + " @@ cast(? as tsquery)" : words.condition("title"))
                .append(" offset 0 rows) found where process_key in (")
                .append(String.join(
                        ", ", wanted.processKeys().stream().map(key -> "?").toList()))
                .append(')');
        values.addAll(wanted.processKeys());
        restrict(sql, values);
        return new Query(sql.append(newestFirst(limit)).toString(), values);
    }

    /** The number stands in the text: PostgreSQL plans a statement anew each time when it does not know how much is read. */
    private static String newestFirst(int most) {
        return NEWEST_FIRST.formatted(most);
    }

    private boolean isInIndex() {
        return indexed && !words.words().isEmpty();
    }

    /** Case numbers that begin with the text, whose signs stand for themselves. */
    private String numbers() {
        return text.toUpperCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    private void restrict(StringBuilder sql, List<Object> values) {
        if (wanted.state() != null) {
            sql.append(" and state = ?");
            values.add(wanted.state());
        }
        if (last != null) {
            sql.append(" and (started_at, case_number) < (?, ?)");
            values.add(last.startedAt());
            values.add(last.caseNumber());
        }
    }
}
