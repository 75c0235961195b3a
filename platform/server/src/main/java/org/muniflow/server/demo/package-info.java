/** The demonstration: invented people with fresh passwords, and the modules' sample applications. */
@NullMarked
package org.muniflow.server.demo;

import org.jspecify.annotations.NullMarked;
