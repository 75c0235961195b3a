package org.muniflow.civilrights.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Prints amounts in U.S. dollars; arithmetic stays exact and elsewhere. */
public final class Money {

    private Money() {}

    /**
     * Prints an amount for a sentence.
     *
     * @param amount the exact amount
     * @return for example {@code $1,000,000.00}; fractions of a cent are shown, not rounded away
     */
    public static String text(BigDecimal amount) {
        DecimalFormat format =
                new DecimalFormat("$#,##0.00########;-$#,##0.00########", DecimalFormatSymbols.getInstance(Locale.US));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(amount);
    }
}
