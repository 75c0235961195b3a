package org.muniflow.casework.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The few types that a case carries: the same as delegates read and write. */
final class FlatValues {

    private FlatValues() {}

    static Map<String, Object> of(Map<String, ?> variables) {
        Map<String, Object> flat = new HashMap<>();
        variables.forEach((name, value) -> flat.put(name, flat(name, value)));
        return flat;
    }

    private static @Nullable Object flat(String name, @Nullable Object value) {
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long) {
            return value;
        }
        if (value instanceof LocalDate) {
            return value.toString();
        }
        if (value instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        if (value instanceof Enum<?> word) {
            return word.name();
        }
        if (value instanceof Collection<?> texts && texts.stream().allMatch(String.class::isInstance)) {
            return new ArrayList<>(texts);
        }
        throw new IllegalArgumentException(
                "The variable " + name + " is a " + value.getClass().getSimpleName()
                        + "; a case carries texts, true or false, whole numbers, decimals, dates, enums and lists of texts only");
    }
}
