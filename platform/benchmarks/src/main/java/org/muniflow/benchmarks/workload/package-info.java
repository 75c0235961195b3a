/** What is done on both alike. */
@NullMarked
package org.muniflow.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
