/** Intake: applications and notices that arrive from outside as structured data. */
@NullMarked
package org.muniflow.api.intake;

import org.jspecify.annotations.NullMarked;
