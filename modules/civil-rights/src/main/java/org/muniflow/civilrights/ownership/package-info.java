/** Ownership of 51 percent and what counts towards it, KCMO Code § 3-461(l) and (m)(20). */
@NullMarked
package org.muniflow.civilrights.ownership;

import org.jspecify.annotations.NullMarked;
