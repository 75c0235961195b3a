/** The tables in which a module states law as data, and the numbers of law in them. */
@NullMarked
package org.muniflow.casework.law;

import org.jspecify.annotations.NullMarked;
