/** Steps of the platform's schema that SQL alone cannot say for every database. */
@NullMarked
package org.muniflow.casework.schema;

import org.jspecify.annotations.NullMarked;
