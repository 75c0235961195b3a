/** Firms revoked or suspended for cause and the people behind them, KCMO Code § 3-461(t). */
@NullMarked
package org.muniflow.civilrights.lookback;

import org.jspecify.annotations.NullMarked;
