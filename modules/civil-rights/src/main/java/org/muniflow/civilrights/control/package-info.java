/** Control of a firm by its qualifying owners, KCMO Code § 3-461(m). */
@NullMarked
package org.muniflow.civilrights.control;

import org.jspecify.annotations.NullMarked;
