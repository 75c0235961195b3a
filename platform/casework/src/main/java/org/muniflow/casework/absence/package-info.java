/** Who stands in for whom while somebody is away. */
@NullMarked
package org.muniflow.casework.absence;

import org.jspecify.annotations.NullMarked;
