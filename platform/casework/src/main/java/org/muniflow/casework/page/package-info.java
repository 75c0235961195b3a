/** Pages for people: the frame, the modules' record pages, case pages and the work list. */
@NullMarked
package org.muniflow.casework.page;

import org.jspecify.annotations.NullMarked;
