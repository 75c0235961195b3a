package org.muniflow.civilrights.intake;

import org.muniflow.api.module.Capability;
import org.muniflow.api.module.Declaration;

/** What the public may send to the department. */
public final class PublicDoors implements Capability {

    @Override
    public void declare(Declaration module) {
        module.components(CertificationIntake.class);
    }
}
