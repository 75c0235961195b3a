package org.muniflow.kernel.delegates;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How values of one Java type are kept in process variables.
 *
 * @param words what a variable of the type must be, for messages
 * @param read makes the value of what the variable holds; null when it does not fit
 * @param write makes what the variable holds
 */
record VariableType(String words, Function<Object, @Nullable Object> read, Function<Object, Object> write) {

    private static final Map<Type, VariableType> PLAIN = Map.of(
            String.class, same("text", String.class),
            Boolean.class, same("true or false", Boolean.class),
            boolean.class, same("true or false", Boolean.class),
            Integer.class, new VariableType("a whole number", VariableType::integer, Function.identity()),
            int.class, new VariableType("a whole number", VariableType::integer, Function.identity()),
            Long.class, new VariableType("a whole number", VariableType::whole, Function.identity()),
            long.class, new VariableType("a whole number", VariableType::whole, Function.identity()),
            BigDecimal.class,
                    new VariableType(
                            "a decimal number as text such as '12.50'",
                            VariableType::decimal,
                            value -> ((BigDecimal) value).toPlainString()),
            LocalDate.class,
                    new VariableType("a date as text such as '2026-03-02'", VariableType::date, Object::toString));

    /**
     * Finds how a record component's type is kept.
     *
     * @param type the component's generic type
     * @return the type, or empty when it is none of a process variable
     */
    static Optional<VariableType> of(Type type) {
        if (type instanceof Class<?> single && single.isEnum()) {
            return Optional.of(ofEnum(single));
        }
        if (type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == String.class) {
            return Optional.of(new VariableType(
                    "a list of texts", VariableType::texts, value -> new ArrayList<>((Collection<?>) value)));
        }
        return Optional.ofNullable(PLAIN.get(type));
    }

    private static VariableType same(String words, Class<?> type) {
        return new VariableType(words, held -> type.isInstance(held) ? held : null, Function.identity());
    }

    private static VariableType ofEnum(Class<?> type) {
        List<Enum<?>> constants = Arrays.stream(type.getEnumConstants())
                .<Enum<?>>map(constant -> (Enum<?>) constant)
                .toList();
        return new VariableType(
                "one of " + constants.stream().map(Enum::name).toList(),
                held -> constants.stream()
                        .filter(constant -> constant.name().equals(held))
                        .findFirst()
                        .orElse(null),
                value -> ((Enum<?>) value).name());
    }

    private static @Nullable Object whole(Object held) {
        return held instanceof Long || held instanceof Integer || held instanceof Short
                ? ((Number) held).longValue()
                : null;
    }

    private static @Nullable Object integer(Object held) {
        return whole(held) instanceof Long whole && whole == whole.intValue() ? whole.intValue() : null;
    }

    private static @Nullable Object decimal(Object held) {
        if (whole(held) instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        try {
            return held instanceof String text ? new BigDecimal(text) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object date(Object held) {
        try {
            return held instanceof String text ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Object texts(Object held) {
        return held instanceof Collection<?> values && values.stream().allMatch(String.class::isInstance)
                ? List.copyOf(values)
                : null;
    }
}
