/** Whether a firm is an MBE or WBE on the whole record, and whether its work counts, KCMO Code § 3-421(a)(34), (47). */
@NullMarked
package org.muniflow.civilrights.eligibility;

import org.jspecify.annotations.NullMarked;
