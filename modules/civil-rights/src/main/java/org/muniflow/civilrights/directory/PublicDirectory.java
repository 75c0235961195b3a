package org.muniflow.civilrights.directory;

import org.muniflow.api.module.Capability;
import org.muniflow.api.module.Declaration;

/** The register of certified firms. */
public final class PublicDirectory implements Capability {

    @Override
    public void declare(Declaration module) {
        module.components(Directory.class, MwbeDirectory.class, DirectoryUpdate.class);
    }
}
