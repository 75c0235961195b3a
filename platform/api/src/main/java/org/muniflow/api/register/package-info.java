/** Registers: public or internal lists of records, asked by id with plain values. */
@NullMarked
package org.muniflow.api.register;

import org.jspecify.annotations.NullMarked;
