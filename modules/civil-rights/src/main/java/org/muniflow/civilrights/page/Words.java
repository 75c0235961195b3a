package org.muniflow.civilrights.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as a clerk reads them. */
final class Words {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private Words() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "—";
        }
        if (value instanceof Boolean yes) {
            return yes ? "Yes" : "No";
        }
        if (value instanceof LocalDate date) {
            return DATE.format(date);
        }
        if (value instanceof Enum<?> constant) {
            String words = constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(String::valueOf).toList());
        }
        return value.toString();
    }

    static String money(@Nullable BigDecimal amount) {
        return amount == null
                ? "—"
                : new DecimalFormat("$#,##0.00;-$#,##0.00", DecimalFormatSymbols.getInstance(Locale.US)).format(amount);
    }

    static String percent(@Nullable BigDecimal percent) {
        return percent == null ? "—" : percent.stripTrailingZeros().toPlainString() + " %";
    }
}
