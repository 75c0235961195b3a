/** The operators' pages: what fails, what waits, who has how much to do, and the acts on running cases. */
@NullMarked
package org.muniflow.server.operations;

import org.jspecify.annotations.NullMarked;
