/** The record pages on which staff enter and read an application file. */
@NullMarked
package org.muniflow.civilrights.page;

import org.jspecify.annotations.NullMarked;
