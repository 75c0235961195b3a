/** What a model may call: typed service tasks and guards of human tasks. */
@NullMarked
package org.muniflow.api.delegate;

import org.jspecify.annotations.NullMarked;
