package org.muniflow.kernel.spi;

import java.util.List;

/** A module is refused; the message and {@link #problems} say everything that is wrong with it and what to do. */
public class ModuleRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * Refuses a module.
     *
     * @param module the module's id or, before that is known, the file's name
     * @param problems one sentence per problem; at least one
     */
    public ModuleRefused(String module, List<String> problems) {
        super("Module " + module + " is refused: " + String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Refuses a module whose start failed.
     *
     * @param module the module's id
     * @param problem the sentence
     * @param cause what failed
     */
    public ModuleRefused(String module, String problem, Throwable cause) {
        super("Module " + module + " is refused: " + problem, cause);
        this.problems = List.of(problem);
    }

    /**
     * Returns the problems.
     *
     * @return one sentence each; never empty
     */
    public List<String> problems() {
        return problems;
    }
}
