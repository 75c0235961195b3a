/** The proof of the journal over REST. */
@NullMarked
package org.muniflow.server.journal;

import org.jspecify.annotations.NullMarked;
