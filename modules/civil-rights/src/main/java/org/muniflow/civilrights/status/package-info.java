/** Who is a minority or a woman in the sense of KCMO Code § 3-421(a). */
@NullMarked
package org.muniflow.civilrights.status;

import org.jspecify.annotations.NullMarked;
