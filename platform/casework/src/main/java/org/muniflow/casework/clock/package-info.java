/** Legal clocks: what a module's table defines and how a due date is computed. */
@NullMarked
package org.muniflow.casework.clock;

import org.jspecify.annotations.NullMarked;
