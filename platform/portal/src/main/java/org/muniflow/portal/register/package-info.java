/** Public registers: the directory page, JSON and CSV. */
@NullMarked
package org.muniflow.portal.register;

import org.jspecify.annotations.NullMarked;
