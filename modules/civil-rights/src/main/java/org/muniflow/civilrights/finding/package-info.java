/** What the department found on an application: determinations, audits, recognitions. */
@NullMarked
package org.muniflow.civilrights.finding;

import org.jspecify.annotations.NullMarked;
