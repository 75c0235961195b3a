/** The kernel: departments' modules on the Camunda engine. */
@NullMarked
package org.muniflow.kernel;

import org.jspecify.annotations.NullMarked;
