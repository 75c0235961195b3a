/** Typed delegates and guards between a module's records and the engine's variables. */
@NullMarked
package org.muniflow.kernel.delegates;

import org.jspecify.annotations.NullMarked;
