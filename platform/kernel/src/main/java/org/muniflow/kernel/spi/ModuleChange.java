package org.muniflow.kernel.spi;

import java.time.Instant;

/**
 * An entry of the audit of operations on modules.
 *
 * @param at when it was done
 * @param by the user
 * @param module the version
 * @param act the operation, for example {@code stop}
 * @param outcome the state that it led to, or why it was refused
 */
public record ModuleChange(Instant at, String by, ModuleId module, String act, String outcome) {}
