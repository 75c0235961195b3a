/** The departments that the benchmarks install: refunds, permits beside it, and an archive with slow steps. */
@NullMarked
package org.muniflow.benchmarks.department;

import org.jspecify.annotations.NullMarked;
