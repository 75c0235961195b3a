/** The business size of a firm with its affiliates, KCMO Code § 3-461(k). */
@NullMarked
package org.muniflow.civilrights.size;

import org.jspecify.annotations.NullMarked;
