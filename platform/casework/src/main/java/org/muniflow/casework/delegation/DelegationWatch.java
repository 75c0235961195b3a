package org.muniflow.casework.delegation;

import org.springframework.scheduling.annotation.Scheduled;

/** Looks every minute whether a delegation has begun or ended. */
final class DelegationWatch {

    private final DelegatedRights rights;

    DelegationWatch(DelegatedRights rights) {
        this.rights = rights;
    }

    @Scheduled(
            initialDelayString = "${muniflow.delegations.look-every:PT1M}",
            fixedDelayString = "${muniflow.delegations.look-every:PT1M}")
    void look() {
        rights.look();
    }
}
