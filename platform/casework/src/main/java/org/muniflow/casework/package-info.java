/** What every case needs: time, clocks, work list, notices, documents, journal, numbers and pages. */
@NullMarked
package org.muniflow.casework;

import org.jspecify.annotations.NullMarked;
