package org.muniflow.casework.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muniflow.casework.journal.SealRows.Head;
import org.muniflow.casework.journal.SealRows.Last;
import org.muniflow.casework.journal.SealRows.Sealed;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the journal's lines, one sealer in the whole city at a time. Lines may commit in another order than that of their
 * numbers: the sealer has an order of its own, and remembers the numbers that it has passed over.
 */
final class Sealer {

    /** A step that is longer than this in its transaction is none. */
    static final Duration LATEST = Duration.ofHours(1);

    private static final int BATCH = 1000;

    private final SealRows rows;
    private final TransactionTemplate transactions;
    private final Anchors anchors;
    private final Clock clock;

    Sealer(SealRows rows, TransactionTemplate transactions, Anchors anchors, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.anchors = anchors;
        this.clock = clock;
    }

    /**
     * Seals every line that has been committed, unless another node is doing so.
     *
     * @return how many lines were sealed
     */
    int seal() {
        int all = 0;
        boolean more = true;
        while (more && rows.waiting()) {
            Batch batch =
                    transactions.execute(status -> rows.lock().map(this::batch).orElse(null));
            if (batch == null) {
                return all;
            }
            // Only what is committed may be an anchor.
            anchors.note(batch.head().seals(), batch.head().cityHash());
            all += batch.lines();
            more = batch.more();
        }
        return all;
    }

    private record Batch(int lines, boolean more, Head head) {}

    private Batch batch(Head head) {
        List<Line> lines = new ArrayList<>(rows.inGaps());
        List<Long> late = lines.stream().map(Line::id).toList();
        List<Line> fresh = rows.after(head.highestId(), BATCH);
        lines.addAll(fresh);

        List<Sealed> seals = seals(head, lines);
        rows.add(seals);
        List<Gap> known = rows.gaps();
        rows.replaceGaps(known, gaps(known, late, head.highestId(), fresh));
        long highest =
                fresh.isEmpty() ? head.highestId() : fresh.get(fresh.size() - 1).id();
        Head next = seals.isEmpty()
                ? head
                : new Head(
                        head.seals() + seals.size(), seals.get(seals.size() - 1).cityHash(), highest);
        rows.advance(next);
        return new Batch(lines.size(), fresh.size() == BATCH, next);
    }

    private List<Sealed> seals(Head head, List<Line> lines) {
        long now = Line.micros(OffsetDateTime.now(clock));
        Map<String, Last> last = lines.isEmpty()
                ? new HashMap<>()
                : rows.last(lines.stream().map(Line::chain).collect(Collectors.toCollection(TreeSet::new)));
        List<Sealed> seals = new ArrayList<>();
        String city = head.cityHash();
        long number = head.seals();
        for (Line line : lines) {
            Last before = last.getOrDefault(line.chain(), new Last(0, Hashes.NONE));
            Last next = new Last(before.number() + 1, Hashes.chain(before.hash(), line));
            Seal seal = new Seal(++number, line.id(), line.chain(), next.number(), next.hash(), now);
            city = Hashes.city(city, seal);
            seals.add(new Sealed(seal, city));
            last.put(line.chain(), next);
        }
        return seals;
    }

    private List<Gap> gaps(List<Gap> known, List<Long> late, long highest, List<Line> fresh) {
        OffsetDateTime now =
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS).withOffsetSameInstant(ZoneOffset.UTC);
        List<Gap> gaps = new ArrayList<>();
        for (Gap gap : known) {
            if (!gap.seenAt().plus(LATEST).isBefore(now)) {
                gaps.addAll(gap.without(late));
            }
        }
        long expected = highest + 1;
        for (Line line : fresh) {
            if (line.id() > expected) {
                gaps.add(new Gap(expected, line.id() - 1, now));
            }
            expected = line.id() + 1;
        }
        return gaps;
    }
}
