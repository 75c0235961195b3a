/** Dated, revocable delegations of a team's authority to a person or another team. */
@NullMarked
package org.muniflow.casework.delegation;

import org.jspecify.annotations.NullMarked;
