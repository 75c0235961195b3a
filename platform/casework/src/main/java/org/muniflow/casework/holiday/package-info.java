/** Editing the city's holidays, and the clocks that this moves. */
@NullMarked
package org.muniflow.casework.holiday;

import org.jspecify.annotations.NullMarked;
