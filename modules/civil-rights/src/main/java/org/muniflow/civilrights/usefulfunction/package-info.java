/** The commercially useful function of a firm, KCMO Code § 3-421(a)(11). */
@NullMarked
package org.muniflow.civilrights.usefulfunction;

import org.jspecify.annotations.NullMarked;
