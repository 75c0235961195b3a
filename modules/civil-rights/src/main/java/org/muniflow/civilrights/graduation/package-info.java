/** Growing out of the program, KCMO Code § 3-461(u). */
@NullMarked
package org.muniflow.civilrights.graduation;

import org.jspecify.annotations.NullMarked;
