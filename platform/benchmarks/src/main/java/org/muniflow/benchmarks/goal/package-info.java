/** The goals that are measured, one class each. */
@NullMarked
package org.muniflow.benchmarks.goal;

import org.jspecify.annotations.NullMarked;
