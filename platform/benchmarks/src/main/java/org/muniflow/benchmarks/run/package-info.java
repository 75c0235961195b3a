/** The driver: it starts the applications, interleaves their rounds and writes down what came out. */
@NullMarked
package org.muniflow.benchmarks.run;

import org.jspecify.annotations.NullMarked;
