/** Tests of the pages. */
package org.muniflow.casework.page;
