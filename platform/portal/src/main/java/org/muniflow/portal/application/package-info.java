/** The doors through which applications come in, strictly read and limited in rate. */
@NullMarked
package org.muniflow.portal.application;

import org.jspecify.annotations.NullMarked;
