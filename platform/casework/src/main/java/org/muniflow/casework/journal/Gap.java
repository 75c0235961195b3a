package org.muniflow.casework.journal;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of lines that the sealer has passed over: of steps not committed yet, or rolled back.
 *
 * @param low the first number
 * @param high the last number
 * @param seenAt when the sealer passed
 */
record Gap(long low, long high, OffsetDateTime seenAt) {

    /** Returns what is left of the gap when some of its numbers have turned up. */
    List<Gap> without(List<Long> found) {
        List<Gap> left = new ArrayList<>();
        long from = low;
        for (long id :
                found.stream().filter(id -> id >= low && id <= high).sorted().toList()) {
            if (id > from) {
                left.add(new Gap(from, id - 1, seenAt));
            }
            from = id + 1;
        }
        if (from <= high) {
            left.add(new Gap(from, high, seenAt));
        }
        return left;
    }
}
