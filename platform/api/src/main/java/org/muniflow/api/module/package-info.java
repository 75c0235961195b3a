/** How a department declares itself to the platform. */
@NullMarked
package org.muniflow.api.module;

import org.jspecify.annotations.NullMarked;
