/** The append-only account of what happened in a case. */
@NullMarked
package org.muniflow.casework.journal;

import org.jspecify.annotations.NullMarked;
