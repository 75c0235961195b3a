package org.muniflow.kernel.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniflow.kernel.spi.ModuleId;

/**
 * What the guard says of a deployment.
 *
 * @param findings every problem of every file; empty to let the deployment pass
 * @param owner the version for which people publish these models; null when it is refused, or when the kernel itself deploys
 *     and keeps the book
 */
public record Judgement(List<Finding> findings, @Nullable ModuleId owner) {

    /** Copies the findings. */
    public Judgement {
        findings = List.copyOf(findings);
    }
}
