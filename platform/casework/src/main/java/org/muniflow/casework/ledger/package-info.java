/** The ledger of running and finished clocks of every case. */
@NullMarked
package org.muniflow.casework.ledger;

import org.jspecify.annotations.NullMarked;
