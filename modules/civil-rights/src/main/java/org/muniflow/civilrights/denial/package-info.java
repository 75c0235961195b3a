/** Denials and revocations: reasons, bars and the way of appeal, KCMO Code § 3-461(r), (s). */
@NullMarked
package org.muniflow.civilrights.denial;

import org.jspecify.annotations.NullMarked;
