package org.muniflow.civilrights.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniflow.api.page.FieldProblem;

/**
 * Who holds what in whom, checked as a whole: no class is held to more than 100 percent, nothing is entered twice, and
 * no company holds itself through others (KCMO Code § 3-461(l), (m)(20)).
 */
public final class OwnershipChart {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final List<Interest> interests;

    /**
     * Draws the chart.
     *
     * @param interests the interests in the applicant and in holding companies
     */
    public OwnershipChart(List<Interest> interests) {
        this.interests = List.copyOf(interests);
    }

    /**
     * Looks for what cannot be.
     *
     * @return the problems, with field paths such as {@code interests[0].percentOfClass}; empty if there are none
     */
    public List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        Map<List<@Nullable String>, BigDecimal> held = new LinkedHashMap<>();
        Set<List<@Nullable String>> seen = new HashSet<>();
        for (int i = 0; i < interests.size(); i++) {
            Interest interest = interests.get(i);
            if (!seen.add(Arrays.asList(
                    interest.heldInId(),
                    interest.ownerId(),
                    interest.holdingCompanyId(),
                    interest.interestClass().toLowerCase(Locale.ROOT)))) {
                problems.add(problem(
                        i,
                        "interestClass",
                        "This holder's interest in class \"" + interest.interestClass()
                                + "\" is already entered; change that one instead."));
            }
            List<@Nullable String> share =
                    Arrays.asList(interest.heldInId(), interest.interestClass().toLowerCase(Locale.ROOT));
            BigDecimal sum = held.merge(share, interest.percentOfClass(), BigDecimal::add);
            if (sum.compareTo(ALL) > 0) {
                problems.add(problem(
                        i,
                        "percentOfClass",
                        "Class \"" + interest.interestClass() + "\" is then held to "
                                + sum.stripTrailingZeros().toPlainString()
                                + " percent; it can be held to 100 at most."));
            }
            if (isCircular(interest)) {
                problems.add(problem(
                        i,
                        "holdingCompanyId",
                        "This company would hold itself through other companies; name the persons who hold it."));
            }
        }
        return problems;
    }

    private static FieldProblem problem(int index, String field, String message) {
        return new FieldProblem("interests[" + index + "]." + field, message, "KCMO Code § 3-461(l)");
    }

    private boolean isCircular(Interest interest) {
        String holder = interest.holdingCompanyId();
        if (holder == null || interest.heldInId() == null) {
            return false;
        }
        return reaches(holder, interest.heldInId(), new HashMap<>());
    }

    /** Tells whether {@code target} has a part in {@code company}, directly or through others. */
    private boolean reaches(String company, String target, Map<String, Boolean> visited) {
        if (company.equals(target)) {
            return true;
        }
        if (visited.put(company, true) != null) {
            return false;
        }
        return interests.stream()
                .filter(interest -> Objects.equals(interest.heldInId(), company))
                .map(Interest::holdingCompanyId)
                .filter(Objects::nonNull)
                .anyMatch(holder -> reaches(holder, target, visited));
    }
}
