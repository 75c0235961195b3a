package org.muniflow.kernel.spi;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who acts, and what the platform does on that person's behalf. Call this; it is a Spring bean. */
public interface Actors {

    /**
     * Returns who acts on this thread.
     *
     * @return the signed-in user, or null when a timer, job or message from outside acts
     */
    @Nullable
    String current();

    /**
     * Asks the engine with the platform's own rights, in one transaction, while the present user stays the actor. Whoever
     * calls this has checked that the user may ask for it.
     *
     * @param <T> what comes of it
     * @param work the work
     * @return its result
     */
    <T extends @Nullable Object> T asPlatform(Supplier<T> work);
}
