/** A firm's real and substantial presence in the seven counties, KCMO Code § 3-461(d). */
@NullMarked
package org.muniflow.civilrights.presence;

import org.jspecify.annotations.NullMarked;
