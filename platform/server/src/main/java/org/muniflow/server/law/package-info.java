/** The law for machines: rules and clocks over REST. */
@NullMarked
package org.muniflow.server.law;

import org.jspecify.annotations.NullMarked;
