/** Case files: their numbers, their start, their messages, their reopening and their history. */
@NullMarked
package org.muniflow.casework.cases;

import org.jspecify.annotations.NullMarked;
