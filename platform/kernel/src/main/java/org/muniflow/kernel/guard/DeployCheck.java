package org.muniflow.kernel.guard;

import java.util.Map;

/** Judges a whole deployment before anything of it is parsed or stored. */
@FunctionalInterface
public interface DeployCheck {

    /**
     * Looks for problems and for the owner.
     *
     * @param files the files by name
     * @return the problems and the owner
     */
    Judgement judge(Map<String, byte[]> files);
}
