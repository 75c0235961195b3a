/** Opening for work: people, modules and samples are there before health says so. */
@NullMarked
package org.muniflow.server.opening;

import org.jspecify.annotations.NullMarked;
