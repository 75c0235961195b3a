/** The departments' modules over REST, for administrators. */
@NullMarked
package org.muniflow.server.modules;

import org.jspecify.annotations.NullMarked;
