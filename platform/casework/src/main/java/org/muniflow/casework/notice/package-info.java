/** Notices: letters rendered as accessible PDF, an outbox that commits with the step, the print queue and e-mail. */
@NullMarked
package org.muniflow.casework.notice;

import org.jspecify.annotations.NullMarked;
