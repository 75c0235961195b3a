package org.muniflow.kernel.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.StepWrites;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gathers rows per transaction and writes them before the commit. The few rows of an ordinary step travel together, in
 * one execution, since on a network its cost is the round trip; many rows travel as JDBC batches. Rows of one statement
 * stand together, unless another statement has touched their table in between: the order of changes within a table is
 * kept.
 */
final class BatchedStepWrites implements StepWrites {

    /**
     * As many as the step writes that ends a case, with the marks of its history. More would only fill the drivers' caches
     * with statements that do not recur.
     */
    private static final int ONE_STEP = 40;

    private static final Pattern TABLE =
            Pattern.compile("^\\s*(?:insert\\s+into|merge\\s+into|delete\\s+from|update)\\s+([\\w.]+)");

    private final JdbcTemplate jdbc;
    private final PerTransaction<Pending> pending = new PerTransaction<>(Pending::new, this::write);

    BatchedStepWrites(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Batch(String sql, String table, List<Object[]> rows) {}

    private static final class Pending {
        private final List<Batch> batches = new ArrayList<>();
        private boolean written;
    }

    @Override
    public void add(String sql, @Nullable Object... args) {
        Pending mine = pending.get();
        Object[] row = plain(args);
        if (mine.written) {
            // Another participant of the commit speaks after us: its row must still be part of this transaction.
            jdbc.update(sql, row);
            return;
        }
        batch(mine.batches, sql).rows().add(row);
    }

    private static Batch batch(List<Batch> batches, String sql) {
        String table = table(sql);
        for (int i = batches.size() - 1; i >= 0; i--) {
            Batch batch = batches.get(i);
            if (batch.sql().equals(sql)) {
                return batch;
            }
            if (batch.table().equals(table)) {
                break;
            }
        }
        Batch fresh = new Batch(sql, table, new ArrayList<>());
        batches.add(fresh);
        return fresh;
    }

    private static String table(String sql) {
        Matcher matcher = TABLE.matcher(sql.toLowerCase(Locale.ROOT));
        if (!matcher.find()) {
            throw new IllegalArgumentException("A step writes by insert, merge, update or delete; not by: " + sql);
        }
        return matcher.group(1);
    }

    private static Object[] plain(@Nullable Object[] args) {
        @Nullable Object[] row = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            Object value = args[i];
            if (value instanceof Instant instant) {
                row[i] = instant.atOffset(ZoneOffset.UTC);
            } else if (value instanceof Enum<?> word) {
                row[i] = word.name();
            } else {
                row[i] = value;
            }
        }
        return row;
    }

    private void write(Pending mine) {
        mine.written = true;
        int rows = mine.batches.stream().mapToInt(batch -> batch.rows().size()).sum();
        if (rows <= ONE_STEP) {
            together(mine.batches);
        } else {
            mine.batches.forEach(this::batch);
        }
    }

    private void together(List<Batch> batches) {
        StringBuilder sql = new StringBuilder();
        List<Object[]> rows = new ArrayList<>();
        for (Batch batch : batches) {
            for (Object[] row : batch.rows()) {
                sql.append(sql.isEmpty() ? "" : ";\n").append(batch.sql());
                rows.add(row);
            }
        }
        if (!rows.isEmpty()) {
            jdbc.update(sql.toString(), statement -> {
                int next = 1;
                for (Object[] row : rows) {
                    next = set(statement, next, row);
                }
            });
        }
    }

    private void batch(Batch batch) {
        jdbc.batchUpdate(batch.sql(), batch.rows(), batch.rows().size(), (statement, row) -> set(statement, 1, row));
    }

    /** Sets the values as they are: asking the driver for the types of those that are null would cost more than writing. */
    private static int set(PreparedStatement statement, int first, @Nullable Object[] row) throws SQLException {
        int next = first;
        for (Object value : row) {
            statement.setObject(next++, value);
        }
        return next;
    }
}
