/** What staff do about the clocks of a case: look why a date is what it is, pause, resume and extend. */
@NullMarked
package org.muniflow.casework.tolling;

import org.jspecify.annotations.NullMarked;
