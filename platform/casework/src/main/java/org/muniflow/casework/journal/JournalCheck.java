package org.muniflow.casework.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniflow.casework.journal.Anchors.Anchor;
import org.muniflow.casework.journal.CheckRows.Checked;
import org.muniflow.casework.journal.CheckRows.Ends;

/**
 * Compares the journal, and the kept steps of finished cases, with the seals, page by page, so that a journal of any length is checked in little memory. Needs no
 * secret: whoever has the rows can compute the same.
 */
public final class JournalCheck {

    private static final int MOST = 20;

    private final CheckRows rows;
    private final KeptTrailCheck trails;
    private final Anchors anchors;

    JournalCheck(CheckRows rows, KeptTrailCheck trails, Anchors anchors) {
        this.rows = rows;
        this.trails = trails;
        this.anchors = anchors;
    }

    /**
     * Something that is not as it was sealed.
     *
     * @param seal the seal's number; the first one of several; 0 when no seal is concerned
     * @param line the line's number; null when it is not known any more
     * @param account whose account it is, for example {@code case MC-2026-00017}
     * @param what what is wrong, one sentence
     */
    public record Finding(long seal, @Nullable Long line, String account, String what) {}

    /**
     * The end of the journal that has no seal yet.
     *
     * @param lines how many lines
     * @param oldest when the oldest of them was written; null without any
     */
    public record Tail(long lines, @Nullable OffsetDateTime oldest) {}

    /**
     * What a page of the check found.
     *
     * @param from the first seal that was checked
     * @param to the last one; what comes next begins after it
     * @param until how many seals there were when the check began
     * @param complete whether this was the last page
     * @param findings what is wrong, at most twenty; empty if all is well
     * @param tail what is not sealed yet; null before the last page
     * @param anchor the city's hash up to the last seal; null before the last page
     */
    public record Page(
            long from,
            long to,
            long until,
            boolean complete,
            List<Finding> findings,
            @Nullable Tail tail,
            @Nullable String anchor) {}

    /**
     * Checks a page.
     *
     * @param after the last seal of the page before; 0 for the first page
     * @param until {@link Page#until} of the page before; null for the first page
     * @param limit how many seals at most
     * @param held an anchor that the reader has kept outside of this machine: the city's hash by number of seals; may be empty
     * @return what was found
     */
    public Page page(long after, @Nullable Long until, int limit, Map<Long, String> held) {
        long end = until == null ? rows.ends().seals() : until;
        long to = Math.min(end, after + limit);
        List<Finding> findings = new ArrayList<>();
        seals(after, to, findings);
        trails.check(after, to, findings);
        boolean complete = to >= end;
        long anchored = complete ? Long.MAX_VALUE : to;
        compare(after, anchored, to, held, findings);
        if (!complete) {
            return new Page(after + 1, to, end, false, few(findings), null, null);
        }
        Ends ends = rows.ends();
        ends(ends, findings);
        rows.unsealed(MOST)
                .forEach(line -> findings.add(new Finding(
                        0,
                        line.id(),
                        Seal.account(line.chain()),
                        "Line " + line.id() + " of " + Seal.account(line.chain())
                                + " was put in after the lines around it had been sealed.")));
        trails.untold(MOST, findings);
        return new Page(after + 1, to, end, true, few(findings), rows.tail(), ends.seals() + ":" + ends.cityHash());
    }

    private static List<Finding> few(List<Finding> findings) {
        return List.copyOf(findings.subList(0, Math.min(MOST, findings.size())));
    }

    private void seals(long after, long to, List<Finding> findings) {
        Checked before = null;
        long expected = after + 1;
        for (Checked checked : rows.seals(after, to)) {
            long number = checked.seal().number();
            if (number > after) {
                if (number > expected) {
                    findings.add(missing(expected, number - 1));
                } else {
                    one(checked, before, findings);
                }
                expected = number + 1;
            }
            before = checked;
        }
        if (expected <= to) {
            findings.add(missing(expected, to));
        }
    }

    private static Finding missing(long from, long to) {
        String which = from == to ? "Seal " + from + " is" : "Seals " + from + " to " + to + " are";
        return new Finding(
                from, null, "the city's own account", which + " gone, and the lines that bore them are not proven.");
    }

    private static void one(Checked checked, @Nullable Checked before, List<Finding> findings) {
        Seal seal = checked.seal();
        String account = Seal.account(seal.chain());
        String previous = before == null ? Hashes.NONE : before.cityHash();
        if ((before != null || seal.number() == 1)
                && !Hashes.city(previous, seal).equals(checked.cityHash())) {
            findings.add(found(
                    seal,
                    account,
                    "Seal " + seal.number() + ", that of line " + seal.lineId() + " of " + account
                            + ", was changed, or the one before it."));
            return;
        }
        Line line = checked.line();
        if (line == null) {
            findings.add(found(seal, account, "Line " + seal.lineId() + " of " + account + " was deleted."));
        } else if (checked.chainBefore() == null) {
            findings.add(found(
                    seal, account, "The seal before that of line " + seal.lineId() + " of " + account + " is gone."));
        } else if (!Hashes.chain(checked.chainBefore(), line).equals(seal.chainHash())) {
            findings.add(found(
                    seal,
                    account,
                    "Line " + seal.lineId() + " of " + account
                            + " is not what was sealed: it was changed after it was written."));
        } else if (before != null && before.line() != null && late(line, before.line())) {
            findings.add(found(
                    seal,
                    account,
                    "Line " + seal.lineId() + " of " + account
                            + " says that it was written more than an hour before the line sealed before it: it was put in"
                            + " later, or the machine's clock was set back."));
        }
    }

    private static boolean late(Line line, Line before) {
        return line.writtenAt() < before.writtenAt() - Sealer.LATEST.toNanos() / 1000;
    }

    private static Finding found(Seal seal, String account, String what) {
        return new Finding(seal.number(), seal.lineId(), account, what);
    }

    private void compare(long after, long until, long to, Map<Long, String> held, List<Finding> findings) {
        Map<Long, Anchor> wanted = new TreeMap<>();
        try {
            anchors.between(after, until).forEach(anchor -> wanted.putIfAbsent(anchor.seals(), anchor));
        } catch (IOException e) {
            throw new UncheckedIOException("The journal's anchors cannot be read from " + anchors.file(), e);
        }
        held.forEach((seals, hash) -> {
            if (seals > after && seals <= until) {
                wanted.put(seals, new Anchor("the one you gave", seals, hash));
            }
        });
        for (Anchor anchor : wanted.values()) {
            Optional<String> hash = rows.cityHash(anchor.seals());
            if (hash.isEmpty()) {
                findings.add(new Finding(
                        Math.min(to + 1, anchor.seals()),
                        null,
                        "the city's own account",
                        "The anchor of " + anchor.at() + " names " + anchor.seals()
                                + " seals, and the last of them is gone with what followed the line it belonged to."));
            } else if (!hash.get().equals(anchor.cityHash())) {
                findings.add(new Finding(
                        anchor.seals(),
                        null,
                        "the city's own account",
                        "The seals up to " + anchor.seals() + " are not those of the anchor of " + anchor.at()
                                + ": lines and their seals were written anew."));
                return;
            }
        }
    }

    private static void ends(Ends ends, List<Finding> findings) {
        long there = ends.newest() == null ? 0 : ends.newest();
        if (there < ends.seals()) {
            findings.add(new Finding(
                    there + 1,
                    null,
                    "the city's own account",
                    "The newest lines are gone: " + ends.seals() + " were sealed, and the last seal there is number "
                            + there + "."));
        } else if (there > ends.seals()) {
            findings.add(new Finding(
                    ends.seals() + 1,
                    null,
                    "the city's own account",
                    "There are seals after the last one that was made, number " + ends.seals() + "."));
        } else if (ends.hash() != null && !ends.cityHash().equals(ends.hash())) {
            findings.add(new Finding(
                    there, null, "the city's own account", "The newest seal is not the one that was made last."));
        }
    }
}
