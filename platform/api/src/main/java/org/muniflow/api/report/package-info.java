/** Reports that the law asks of the city, as a module declares them. */
@NullMarked
package org.muniflow.api.report;

import org.jspecify.annotations.NullMarked;
