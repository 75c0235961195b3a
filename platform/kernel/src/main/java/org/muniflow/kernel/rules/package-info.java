/** The rules of all active modules, asked by id with plain values, and the decision tables behind some of them. */
@NullMarked
package org.muniflow.kernel.rules;

import org.jspecify.annotations.NullMarked;
