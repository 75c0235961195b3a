package org.muniflow.civilrights.status;

/** The categories of KCMO Code § 3-421(a)(33)(a)-(e). */
public enum MinorityCategory {
    /** African American. */
    AFRICAN_AMERICAN,
    /** Hispanic or Latino American. */
    HISPANIC_LATINO,
    /** Asian or Pacific Islander American. */
    ASIAN_PACIFIC,
    /** Native American by tribal affiliation or descent. */
    NATIVE_AMERICAN,
    /** Found case by case by the director. */
    CASE_BY_CASE,
    /** None of these. */
    NONE
}
