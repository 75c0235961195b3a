package org.muniflow.kernel.engine;

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
 * Gathers rows per transaction and writes them as JDBC batches before the commit. Rows of one statement share a batch,
 * unless another statement has touched their table in between: the order of changes within a table is kept.
 */
final class BatchedStepWrites implements StepWrites {

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
        for (Batch batch : mine.batches) {
            jdbc.batchUpdate(batch.sql(), batch.rows());
        }
    }
}
