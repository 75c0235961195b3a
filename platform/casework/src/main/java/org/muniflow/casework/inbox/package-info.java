/** The portal inbox: letters that an addressee reads with the case number and an access code. */
@NullMarked
package org.muniflow.casework.inbox;

import org.jspecify.annotations.NullMarked;
