package org.muniflow.civilrights.presence;

import java.time.LocalDate;

/**
 * The Kansas City metropolitan area: the counties of KCMO Code § 3-421(a)(29), a closed list kept as dated rows, so that
 * an amendment adds one. The department's reference data implement it.
 */
@FunctionalInterface
public interface MetropolitanArea {

    /**
     * Tells whether a county lies in the area.
     *
     * @param county the county's name, with or without the word County, in any case
     * @param state its state, by letters or name, in any case
     * @param on the day for which the list is asked
     * @return true if it does
     */
    boolean contains(String county, String state, LocalDate on);
}
