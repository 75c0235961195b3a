package org.muniflow.civilrights.status;

/** The citizenship of an owner, as far as KCMO Code § 3-421(a)(33), (46) asks. */
public enum Citizenship {
    /** Citizen of the United States. */
    CITIZEN,
    /** Lawful permanent resident. */
    LPR,
    /** Neither. */
    OTHER;

    /**
     * Tells whether the person can be a minority or woman in the sense of the law.
     *
     * @return true for citizens and lawful permanent residents
     */
    public boolean admitted() {
        return this != OTHER;
    }
}
