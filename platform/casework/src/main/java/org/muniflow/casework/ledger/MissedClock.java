package org.muniflow.casework.ledger;

import static org.muniflow.casework.ledger.WhyThisDate.day;

import java.util.Map;
import org.muniflow.api.casework.DraftedReasons;

/** What the process that follows a missed clock begins with: the facts, and the letter of reasons as far as they write it. */
final class MissedClock {

    /** The engine keeps a text variable of at most 4,000 letters; a person is to have room. */
    private static final int LONGEST = 2000;

    private MissedClock() {}

    static Map<String, Object> variables(LedgerEntry entry) {
        return Map.of(
                "missedCase",
                entry.caseNumber(),
                "missedClock",
                entry.computation().clockId(),
                "missedTitle",
                entry.title(),
                "missedDueOn",
                entry.computation().due(),
                "missedCites",
                entry.computation().cites(),
                DraftedReasons.VARIABLE,
                draft(entry));
    }

    private static String draft(LedgerEntry entry) {
        String facts = "In case " + entry.caseNumber() + ", the following was due by "
                + day(entry.computation().due()) + " (" + entry.computation().cites() + "): " + entry.title()
                + ". It was not done by that day.\n\nHow the day was counted: " + entry.why();
        String kept = facts.length() > LONGEST ? facts.substring(0, LONGEST - 1) + "…" : facts;
        return kept + "\n\nThe reasons: " + DraftedReasons.PLACE;
    }
}
