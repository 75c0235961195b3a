/** Teams and rights that modules declare, applied to the engine. */
@NullMarked
package org.muniflow.kernel.rights;

import org.jspecify.annotations.NullMarked;
