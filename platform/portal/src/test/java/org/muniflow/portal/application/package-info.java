/** Tests of the doors. */
package org.muniflow.portal.application;
