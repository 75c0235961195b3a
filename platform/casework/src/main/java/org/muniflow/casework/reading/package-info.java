/** Readings in force: how the software interprets what the law leaves open. */
@NullMarked
package org.muniflow.casework.reading;

import org.jspecify.annotations.NullMarked;
