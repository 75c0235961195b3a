/** The hearing-ready record: a case as of a date, bound as one PDF with index, page numbers and hashes. */
@NullMarked
package org.muniflow.casework.bundle;

import org.jspecify.annotations.NullMarked;
