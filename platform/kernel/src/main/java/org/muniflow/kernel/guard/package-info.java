/** What a model must be to be deployed, and the style of models that the build holds. */
@NullMarked
package org.muniflow.kernel.guard;

import org.jspecify.annotations.NullMarked;
