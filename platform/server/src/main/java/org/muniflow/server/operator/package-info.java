/** The operator's commands, such as {@code ./muniflow module}: clients of the running server, in the server's own jar. */
@NullMarked
package org.muniflow.server.operator;

import org.jspecify.annotations.NullMarked;
