/** Rows of the module's schema as Java records. */
@NullMarked
package org.muniflow.civilrights.table;

import org.jspecify.annotations.NullMarked;
