/** The certification case from application to certificate, denial or withdrawal, KCMO Code § 3-461. */
@NullMarked
package org.muniflow.civilrights.certification;

import org.jspecify.annotations.NullMarked;
