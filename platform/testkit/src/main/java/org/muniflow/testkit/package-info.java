/** JUnit 5 support for module authors: a real city on a real engine. */
@NullMarked
package org.muniflow.testkit;

import org.jspecify.annotations.NullMarked;
