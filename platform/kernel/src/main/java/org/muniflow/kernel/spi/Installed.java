package org.muniflow.kernel.spi;

/**
 * What came of installing a jar.
 *
 * @param module the version with its state
 * @param already whether this very jar was installed before, so that nothing of it is new; a start of it that had failed was
 *     tried again
 */
public record Installed(ModuleState module, boolean already) {}
