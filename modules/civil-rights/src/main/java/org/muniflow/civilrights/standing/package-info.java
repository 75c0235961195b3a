/** A firm's standing with the city over time: certifications, denials, withdrawals, revocations, graduations. */
@NullMarked
package org.muniflow.civilrights.standing;

import org.jspecify.annotations.NullMarked;
