/** Report duties: what the law asks the city to report, opened on time, kept as it was, signed and delivered. */
@NullMarked
package org.muniflow.casework.duty;

import org.jspecify.annotations.NullMarked;
