/** What the platform does for every case: clocks, notices, documents, cases, journal. */
@NullMarked
package org.muniflow.api.casework;

import org.jspecify.annotations.NullMarked;
