package org.muniflow.civilrights.eligibility;

/** The programs in which the department certifies firms. */
public enum Program {
    /** Minority business enterprise (KCMO Code § 3-421(a)(34)). */
    MBE,
    /** Women's business enterprise (KCMO Code § 3-421(a)(47)). */
    WBE,
    /** Disadvantaged business enterprise (KCMO Code § 3-421(a)(21)). */
    DBE,
    /** Mentor/protégé (KCMO Code § 3-421(a)(32)). */
    MENTOR_PROTEGE
}
