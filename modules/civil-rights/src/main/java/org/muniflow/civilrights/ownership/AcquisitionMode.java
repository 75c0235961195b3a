package org.muniflow.civilrights.ownership;

/** How an owner came by an interest (KCMO Code § 3-461(l)(4)-(9)). */
public enum AcquisitionMode {
    /** Bought for adequate consideration. */
    PURCHASE,
    /** Received for expertise. */
    EXPERTISE,
    /** Received as a gift. */
    GIFT,
    /** Received without adequate consideration. */
    INADEQUATE_CONSIDERATION,
    /** Awarded in a divorce or legal separation. */
    DIVORCE,
    /** Inherited, or received because of the former owner's death. */
    INHERITANCE,
    /** Acquired with marital assets other than assets of the business itself. */
    MARITAL_ASSETS,
    /** Transferred by a spouse who does not qualify, for adequate consideration. */
    SPOUSE_TRANSFER;

    /**
     * Tells whether the interest came without adequate consideration.
     *
     * @return true for gifts and the like
     */
    public boolean gratuitous() {
        return this == GIFT || this == INADEQUATE_CONSIDERATION;
    }
}
