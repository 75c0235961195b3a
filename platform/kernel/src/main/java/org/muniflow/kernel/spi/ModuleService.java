package org.muniflow.kernel.spi;

import java.util.function.Function;

/**
 * A service of the platform's API that every module's own context offers to its components. Define it as a Spring bean;
 * the module's context sees these services and nothing else of the platform.
 *
 * @param <T> the service's type
 * @param type the service's type, of the platform's API
 * @param forModule makes or returns the service for a version of a module
 */
public record ModuleService<T>(Class<T> type, Function<ModuleId, T> forModule) {}
