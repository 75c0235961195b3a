package org.muniflow.kernel.guard;

import java.util.List;
import java.util.Map;

/** Judges a whole deployment before anything of it is parsed or stored. */
@FunctionalInterface
public interface DeployCheck {

    /**
     * Looks for problems.
     *
     * @param files the files by name
     * @return every problem of every file; empty to let the deployment pass
     */
    List<Finding> check(Map<String, byte[]> files);
}
