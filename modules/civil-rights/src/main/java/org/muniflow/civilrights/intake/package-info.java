/** The public door for applications to be certified. */
@NullMarked
package org.muniflow.civilrights.intake;

import org.jspecify.annotations.NullMarked;
