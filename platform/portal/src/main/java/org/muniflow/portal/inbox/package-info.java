/** The inbox in which an applicant reads the city's letters. */
@NullMarked
package org.muniflow.portal.inbox;

import org.jspecify.annotations.NullMarked;
