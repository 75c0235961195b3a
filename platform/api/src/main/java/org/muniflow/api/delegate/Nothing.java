package org.muniflow.api.delegate;

/** The output of a delegate that writes no variable, or the input of one that reads none. */
public record Nothing() {

    /** The only value needed. */
    public static final Nothing NOTHING = new Nothing();
}
