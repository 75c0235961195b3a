/** The application that assembles the platform; it contains no department. */
@NullMarked
package org.muniflow.server;

import org.jspecify.annotations.NullMarked;
