/** The application file: what a firm states about itself, its owners and its money. */
@NullMarked
package org.muniflow.civilrights.file;

import org.jspecify.annotations.NullMarked;
