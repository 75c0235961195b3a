/** Who may do the tasks of the director: the director's authorized representatives. */
@NullMarked
package org.muniflow.civilrights.delegation;

import org.jspecify.annotations.NullMarked;
