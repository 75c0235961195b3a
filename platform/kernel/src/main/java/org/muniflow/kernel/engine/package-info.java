/** The kernel's hooks in the engine; the only package that touches the engine's inside. */
@NullMarked
package org.muniflow.kernel.engine;

import org.jspecify.annotations.NullMarked;
