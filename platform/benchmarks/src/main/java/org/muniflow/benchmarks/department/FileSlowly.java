package org.muniflow.benchmarks.department;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.muniflow.api.delegate.CaseContext;
import org.muniflow.api.delegate.Delegate;
import org.muniflow.api.delegate.Nothing;
import org.muniflow.api.delegate.Offered;

/** Files a copy and waits, as a step does that asks a slow neighbor. */
@Offered(title = "File slowly", cites = "KCMO Code § 78-13")
final class FileSlowly implements Delegate<Nothing, Nothing> {

    private static final long WAIT = TimeUnit.MILLISECONDS.toNanos(500);

    @Override
    public Nothing execute(Nothing input, CaseContext context) {
        long end = System.nanoTime() + WAIT;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        return Nothing.NOTHING;
    }
}
