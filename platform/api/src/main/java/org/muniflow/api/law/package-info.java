/** The law as values: citations, rules that answer with reasons, and numbers that carry their dates. */
@NullMarked
package org.muniflow.api.law;

import org.jspecify.annotations.NullMarked;
