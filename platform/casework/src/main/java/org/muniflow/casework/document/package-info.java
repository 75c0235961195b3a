/** Documents: what came in and went out, kept by the hash of its content and checked by what it is. */
@NullMarked
package org.muniflow.casework.document;

import org.jspecify.annotations.NullMarked;
