/** The operator's command {@code ./muniflow module}: a client of the running server, in the server's own jar. */
@NullMarked
package org.muniflow.server.operator;

import org.jspecify.annotations.NullMarked;
