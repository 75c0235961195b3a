package org.muniflow.civilrights.ownership;

/** The legal form of a firm. */
public enum EntityType {
    /** Corporation, with classes of stock. */
    CORPORATION,
    /** Partnership, with classes of partnership interest. */
    PARTNERSHIP,
    /** Limited liability company, with classes of member interest. */
    LLC,
    /** One person's business. */
    SOLE_PROPRIETORSHIP,
    /** Another form. */
    OTHER
}
