/** The base of the cold start: the starters alone. */
@NullMarked
package org.muniflow.baseline;

import org.jspecify.annotations.NullMarked;
