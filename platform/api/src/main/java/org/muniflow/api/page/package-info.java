/** Record pages: the forms on which staff enter and read a module's records. */
@NullMarked
package org.muniflow.api.page;

import org.jspecify.annotations.NullMarked;
