/** The start page, and what Tasklist shows about a task's case. */
@NullMarked
package org.muniflow.server.desk;

import org.jspecify.annotations.NullMarked;
