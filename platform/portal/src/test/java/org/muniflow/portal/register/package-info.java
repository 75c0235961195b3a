/** Tests of the registers. */
package org.muniflow.portal.register;
