/** What went wrong, in one shape for machines and in words for people; never a stack trace. */
@NullMarked
package org.muniflow.server.errors;

import org.jspecify.annotations.NullMarked;
