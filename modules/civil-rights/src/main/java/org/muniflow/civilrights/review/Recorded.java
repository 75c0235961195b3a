package org.muniflow.civilrights.review;

import java.util.ArrayList;
import java.util.List;
import org.muniflow.civilrights.finding.Determination;
import org.muniflow.civilrights.finding.Determination.Criterion;
import org.muniflow.civilrights.finding.Determination.Kind;
import org.muniflow.civilrights.finding.Determinations;

/** Looks whether people recorded what the law wants recorded, with reasons. */
final class Recorded {

    private final Determinations determinations;

    Recorded(Determinations determinations) {
        this.determinations = determinations;
    }

    /** Returns one problem for each criterion without a person's finding on the firm as a whole. */
    List<String> problems(String applicationId, Criterion... criteria) {
        List<String> problems = new ArrayList<>();
        for (Criterion criterion : criteria) {
            List<Determination> found = determinations.on(applicationId, criterion, Kind.HUMAN).stream()
                    .filter(one -> one.naics() == null)
                    .toList();
            if (found.isEmpty()) {
                problems.add("No finding on " + criterion.title() + " is recorded (" + criterion.cites()
                        + "); record it with its reasons on the page Determinations.");
            }
            found.stream()
                    .filter(one -> one.reasons().isBlank())
                    .forEach(one -> problems.add("The finding on " + criterion.title() + " states no reasons ("
                            + criterion.cites() + "); add them on the page Determinations."));
        }
        return problems;
    }
}
