package org.muniflow.kernel.modules;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.muniflow.kernel.spi.ModuleRefused;

/**
 * Gives a starting module's own code a thread and a time of its own: the start holds the lock of the city, and code that hangs
 * would keep every other operation waiting for ever.
 */
final class StartLimit {

    /** How long interrupted code has to end. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Duration limit;

    StartLimit(Duration limit) {
        this.limit = limit;
    }

    /** The code of a module has not come to its end in time. */
    static final class Hung extends ModuleRefused {

        private static final long serialVersionUID = 1L;

        private final boolean still;

        Hung(String module, String reason, boolean still) {
            super(module, List.of(reason));
            this.still = still;
        }

        /** Whether it took no notice of its interruption, so that its thread keeps its class loader until the node ends. */
        boolean still() {
            return still;
        }
    }

    /**
     * Runs code that belongs to a starting module.
     *
     * @param module the version's id
     * @param loader its class loader
     * @param code what runs; it gets a thread that has nothing of the caller's but its context class loader
     * @return what the code returns
     * @throws Hung when the time is over; the code has been interrupted
     */
    <T> T within(String module, ClassLoader loader, Supplier<T> code) {
        FutureTask<T> task = new FutureTask<>(code::get);
        Thread thread = new Thread(null, task, "muniflow-start-" + module, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failed.getCause();
        } catch (TimeoutException late) {
            String place = place(thread.getStackTrace(), loader);
            throw hung(module, place, ends(thread));
        } catch (InterruptedException interrupted) {
            ends(thread);
            Thread.currentThread().interrupt();
            throw new ModuleRefused(
                    module, "Its start was interrupted, as the node ends; it is tried again at the next.", interrupted);
        }
    }

    private Hung hung(String module, String place, boolean ended) {
        String reason = "It did not start within " + inWords(limit) + "; it hung in " + place + ".";
        return new Hung(
                module,
                ended ? reason : reason + " Its code cannot be stopped: correct it, and restart this node.",
                !ended);
    }

    private static boolean ends(Thread thread) {
        thread.interrupt();
        try {
            thread.join(FAREWELL.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** The innermost code of the module's own, else the innermost of all. */
    private static String place(StackTraceElement[] stack, ClassLoader loader) {
        return Arrays.stream(stack)
                .filter(frame -> own(frame, loader))
                .findFirst()
                .or(() -> Arrays.stream(stack).findFirst())
                .map(frame -> switch (frame.getMethodName()) {
                    case "<init>" -> "the constructor of " + frame.getClassName();
                    case "<clinit>" -> "the static initializer of " + frame.getClassName();
                    default -> frame.getClassName() + "." + frame.getMethodName();
                })
                .orElse("its end");
    }

    private static boolean own(StackTraceElement frame, ClassLoader loader) {
        URL found = loader instanceof URLClassLoader jar
                ? jar.findResource(frame.getClassName().replace('.', '/') + ".class")
                : null;
        return found != null;
    }

    private static String inWords(Duration time) {
        return time.toMillis() % 60_000 == 0 ? time.toMinutes() + " minutes" : time.toMillis() / 1000.0 + " seconds";
    }
}
