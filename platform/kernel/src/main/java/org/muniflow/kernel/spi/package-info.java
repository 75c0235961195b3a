/** What casework, the portal and the server may use of the kernel. */
@NullMarked
package org.muniflow.kernel.spi;

import org.jspecify.annotations.NullMarked;
