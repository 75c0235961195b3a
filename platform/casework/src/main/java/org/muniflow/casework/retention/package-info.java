/** How long the records of ended cases are kept, legal holds, and what is destroyed when both allow it. */
@NullMarked
package org.muniflow.casework.retention;

import org.jspecify.annotations.NullMarked;
