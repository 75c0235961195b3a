/** The public site: registers that anybody may ask, and doors for applications. */
@NullMarked
package org.muniflow.portal;

import org.jspecify.annotations.NullMarked;
