package org.muniflow.civilrights.law;

/** How strongly a fact has been shown (KCMO Code § 3-461(i)). */
public enum Standard {
    /** Not shown. */
    NOT_SHOWN,
    /** Shown by a preponderance of the evidence: more likely than not. */
    PREPONDERANCE,
    /** Shown by clear and convincing evidence, which § 3-461(l)(7) and (m)(11) ask for. */
    CLEAR_AND_CONVINCING
}
