/** Who gets in: one sign-in for pages, web applications and REST. */
@NullMarked
package org.muniflow.server.security;

import org.jspecify.annotations.NullMarked;
