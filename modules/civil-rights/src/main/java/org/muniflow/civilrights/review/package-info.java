/** The eligibility review: what rules find in an application file, and what people must record, KCMO Code § 3-461(d)-(m). */
@NullMarked
package org.muniflow.civilrights.review;

import org.jspecify.annotations.NullMarked;
