/** The work list: open tasks by team and person, read by index. */
@NullMarked
package org.muniflow.casework.worklist;

import org.jspecify.annotations.NullMarked;
