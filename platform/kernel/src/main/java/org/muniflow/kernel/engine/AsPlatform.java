package org.muniflow.kernel.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Acts of the platform itself, which need no person's rights. */
public final class AsPlatform {

    private AsPlatform() {}

    /**
     * Does something without the signed-in person's identity.
     *
     * @param <T> the answer's type
     * @param identity the engine's identity service
     * @param act what to do
     * @return its answer
     */
    public static <T> T call(IdentityService identity, Supplier<T> act) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return act.get();
        } finally {
            if (person != null) {
                identity.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
            }
        }
    }
}
