/** Recognition as a DBE in reliance on another body's certificate, KCMO Code § 3-461(b). */
@NullMarked
package org.muniflow.civilrights.reliance;

import org.jspecify.annotations.NullMarked;
