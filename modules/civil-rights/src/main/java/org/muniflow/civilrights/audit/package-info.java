/** The on-site audit of a firm, KCMO Code § 3-461(e). */
@NullMarked
package org.muniflow.civilrights.audit;

import org.jspecify.annotations.NullMarked;
