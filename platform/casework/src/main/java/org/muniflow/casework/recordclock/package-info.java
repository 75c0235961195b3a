/** Clocks of records: they wait for years without a process instance, and open a short case once when they are due. */
@NullMarked
package org.muniflow.casework.recordclock;

import org.jspecify.annotations.NullMarked;
