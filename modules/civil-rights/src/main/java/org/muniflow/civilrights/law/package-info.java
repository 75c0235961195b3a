/** What every rule of the chapter shares: its citation, exact percentages and reasons with the codes of denials. */
@NullMarked
package org.muniflow.civilrights.law;

import org.jspecify.annotations.NullMarked;
