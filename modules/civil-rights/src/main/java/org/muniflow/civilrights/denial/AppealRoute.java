package org.muniflow.civilrights.denial;

/** Where a firm may appeal. */
public enum AppealRoute {
    /** Nowhere: there is no administrative reconsideration. */
    NONE,
    /** To the city: hearing officer. */
    CITY,
    /** To the unified certification program, as a DBE. */
    UCP
}
