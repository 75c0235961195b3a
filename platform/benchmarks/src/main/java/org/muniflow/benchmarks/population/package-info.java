/** Fills a city with the cases of a year: some are worked on for real, and their rows are copied. */
@NullMarked
package org.muniflow.benchmarks.population;

import org.jspecify.annotations.NullMarked;
