/** Legal time: how days, business days, months and years are counted. */
@NullMarked
package org.muniflow.api.time;

import org.jspecify.annotations.NullMarked;
