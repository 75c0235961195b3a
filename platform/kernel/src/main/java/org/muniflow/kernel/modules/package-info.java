/** Departments' modules: loaded from jars, isolated, migrated, started and deployed. */
@NullMarked
package org.muniflow.kernel.modules;

import org.jspecify.annotations.NullMarked;
