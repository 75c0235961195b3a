/** The personal net worth of an owner, KCMO Code § 3-421(a)(36). */
@NullMarked
package org.muniflow.civilrights.networth;

import org.jspecify.annotations.NullMarked;
