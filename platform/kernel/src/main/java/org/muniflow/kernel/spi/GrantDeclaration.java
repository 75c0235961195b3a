package org.muniflow.kernel.spi;

import java.util.Set;
import org.muniflow.api.module.Declaration.Right;

/**
 * Rights that a module declares for a group on one of its processes.
 *
 * @param groupId the group
 * @param processKey the process
 * @param rights the rights; not empty
 */
public record GrantDeclaration(String groupId, String processKey, Set<Right> rights) {

    /** Copies the rights. */
    public GrantDeclaration {
        rights = Set.copyOf(rights);
    }
}
