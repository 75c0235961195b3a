/** Backup and restore of a whole city, the same for every database: all rows and all documents in one file. */
@NullMarked
package org.muniflow.server.backup;

import org.jspecify.annotations.NullMarked;
