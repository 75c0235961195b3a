package org.muniflow.civilrights.size;

/** What a size standard of 13 CFR § 121.201 counts. */
public enum Measure {
    /** Annual receipts in dollars. */
    RECEIPTS,
    /** Employees. */
    EMPLOYEES
}
