/** The proofs over REST: that the journal is as it was sealed, and the store of documents as it was filled. */
@NullMarked
package org.muniflow.server.journal;

import org.jspecify.annotations.NullMarked;
