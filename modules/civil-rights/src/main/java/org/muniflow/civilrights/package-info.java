/** Civil rights and equal opportunity: certification of minority and women's business enterprises. */
@NullMarked
package org.muniflow.civilrights;

import org.jspecify.annotations.NullMarked;
