/** What one application is told to do and to measure about itself. */
@NullMarked
package org.muniflow.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
