/** The catalogue of a module's delegates and guards, written at compile time. */
@NullMarked
package org.muniflow.api.catalogue;

import org.jspecify.annotations.NullMarked;
