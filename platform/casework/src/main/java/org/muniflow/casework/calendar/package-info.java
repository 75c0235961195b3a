/** The city's holidays and business days. */
@NullMarked
package org.muniflow.casework.calendar;

import org.jspecify.annotations.NullMarked;
