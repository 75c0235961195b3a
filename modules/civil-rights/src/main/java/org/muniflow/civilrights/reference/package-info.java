/** Dated reference data that the Code names but does not contain. */
@NullMarked
package org.muniflow.civilrights.reference;

import org.jspecify.annotations.NullMarked;
