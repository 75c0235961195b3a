/** What staff do to a case against its ordinary course: go back, withdraw, void; by one person or by two. */
@NullMarked
package org.muniflow.casework.act;

import org.jspecify.annotations.NullMarked;
