/** The clocks of the whole city on one board. */
@NullMarked
package org.muniflow.casework.board;

import org.jspecify.annotations.NullMarked;
