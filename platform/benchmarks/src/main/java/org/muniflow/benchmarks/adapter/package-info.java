/** The two that are compared: the bare engine and the whole platform. */
@NullMarked
package org.muniflow.benchmarks.adapter;

import org.jspecify.annotations.NullMarked;
