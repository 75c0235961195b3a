/** The people and groups of the city, kept in the engine's own tables. */
@NullMarked
package org.muniflow.server.people;

import org.jspecify.annotations.NullMarked;
