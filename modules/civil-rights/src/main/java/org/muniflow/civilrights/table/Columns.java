package org.muniflow.civilrights.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of a record: its components in snake case; an enum by name, a list of texts joined by commas. */
final class Columns<R extends Record> {

    private final RecordComponent[] components;
    private final Constructor<R> constructor;
    private final List<String> names;

    Columns(Class<R> type) {
        components = type.getRecordComponents();
        names = Arrays.stream(components).map(c -> snake(c.getName())).toList();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no canonical constructor", e);
        }
    }

    List<String> names() {
        return names;
    }

    // The list holds nulls for empty columns; its type cannot say so, since JdbcClient takes List<?>.
    @SuppressWarnings("NullAway")
    List<Object> values(R row) {
        List<Object> values = new ArrayList<>(components.length + 4);
        for (RecordComponent component : components) {
            values.add(write(value(row, component)));
        }
        return values;
    }

    R read(ResultSet rs) throws SQLException {
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = read(rs, i + 1, components[i].getType());
        }
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + constructor.getDeclaringClass() + " of a row", e);
        }
    }

    private @Nullable Object value(R row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    private static @Nullable Object write(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(String::valueOf).toList());
        }
        return value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object read(ResultSet rs, int column, Class<?> type) throws SQLException {
        if (type == LocalDate.class) {
            return rs.getObject(column, LocalDate.class);
        }
        if (type == BigDecimal.class) {
            return rs.getBigDecimal(column);
        }
        if (type == boolean.class || type == Boolean.class) {
            boolean value = rs.getBoolean(column);
            return rs.wasNull() ? null : (Object) value;
        }
        if (type == int.class || type == Integer.class) {
            int value = rs.getInt(column);
            return rs.wasNull() ? null : (Object) value;
        }
        String text = rs.getString(column);
        if (type == List.class) {
            return text == null || text.isEmpty() ? List.of() : List.of(text.split(","));
        }
        if (type.isEnum() && text != null) {
            return Enum.valueOf((Class<? extends Enum>) type, text);
        }
        return text;
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
