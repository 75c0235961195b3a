package org.muniflow.civilrights.presence;

import java.util.Locale;
import java.util.Set;

/** The Kansas City metropolitan area: seven counties, a closed list (KCMO Code § 3-421(a)(29)). */
public final class MetropolitanArea {

    private static final Set<String> MISSOURI = Set.of("CASS", "CLAY", "JACKSON", "PLATTE");
    private static final Set<String> KANSAS = Set.of("JOHNSON", "LEAVENWORTH", "WYANDOTTE");

    private MetropolitanArea() {}

    /**
     * Tells whether a county lies in the area.
     *
     * @param county the county's name, with or without the word County, in any case
     * @param state MO or KS
     * @return true for the seven counties
     */
    public static boolean contains(String county, String state) {
        String name = county.strip().toUpperCase(Locale.ROOT).replaceFirst("\\s+COUNTY$", "");
        return switch (state.strip().toUpperCase(Locale.ROOT)) {
            case "MO", "MISSOURI" -> MISSOURI.contains(name);
            case "KS", "KANSAS" -> KANSAS.contains(name);
            default -> false;
        };
    }
}
