/** From application to expiry: documents, audits, withdrawal, term, changes, re-application, KCMO Code § 3-461. */
@NullMarked
package org.muniflow.civilrights.lifecycle;

import org.jspecify.annotations.NullMarked;
