package org.muniflow.kernel.spi;

import org.jspecify.annotations.Nullable;

/**
 * Rows of the platform that commit with the step. They are gathered per transaction, grouped by statement, and written
 * as one JDBC batch each before the commit, inside and outside the engine. Call this; it is a Spring bean.
 */
public interface StepWrites {

    /**
     * Adds one row, or one change, to the present transaction.
     *
     * @param sql an insert, update or delete with {@code ?} places; the same text for the same kind of row, so that it
     *     can be batched
     * @param args the values in order; null values are allowed
     * @throws IllegalStateException when there is no transaction
     */
    void add(String sql, @Nullable Object... args);
}
