/** The public directory of certified firms. */
@NullMarked
package org.muniflow.civilrights.directory;

import org.jspecify.annotations.NullMarked;
