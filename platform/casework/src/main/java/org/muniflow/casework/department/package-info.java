/** The city's departments as their modules declared them last, and how they stand: running, stopped, gone. */
@NullMarked
package org.muniflow.casework.department;

import org.jspecify.annotations.NullMarked;
