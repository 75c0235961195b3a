/** Sample permits: a small, complete department to start from. Its ordinance is invented. */
@NullMarked
package org.muniflow.samplepermits;

import org.jspecify.annotations.NullMarked;
