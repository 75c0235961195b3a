/** Tests of the portal. */
package org.muniflow.portal;
