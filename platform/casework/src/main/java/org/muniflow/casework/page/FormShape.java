package org.muniflow.casework.page;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a form record's components say about its fields.
 *
 * @param type the form's type
 * @param components its components, in order
 */
record FormShape(Class<? extends Record> type, List<RecordComponent> components) {

    private static final Map<String, String> YES_NO = yesNo();

    static FormShape of(Class<? extends Record> type) {
        return new FormShape(type, List.of(type.getRecordComponents()));
    }

    /** Returns the names of the fields that must be filled in. */
    Set<String> mandatory() {
        return components.stream()
                .filter(component -> Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
                        .anyMatch(component.getAccessor()::isAnnotationPresent))
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the choices of enumerations and of yes/no by field, each as value to label. */
    Map<String, Map<String, String>> options() {
        Map<String, Map<String, String>> options = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            Class<?> kind = component.getType();
            if (kind.isEnum()) {
                options.put(component.getName(), constants(kind));
            } else if (kind == Boolean.class || kind == boolean.class) {
                options.put(component.getName(), YES_NO);
            }
        }
        return options;
    }

    /** Returns a form's values as a browser would send them, by field. */
    Map<String, Object> raw(@Nullable Record form) {
        Map<String, Object> raw = new LinkedHashMap<>();
        if (form == null) {
            return raw;
        }
        for (RecordComponent component : components) {
            Object value = read(component.getAccessor(), form);
            if (value instanceof List<?> list) {
                raw.put(component.getName(), list.stream().map(String::valueOf).toList());
            } else if (value != null) {
                raw.put(component.getName(), text(value));
            }
        }
        return raw;
    }

    /** Returns the fields that differ between two forms of this shape, in order, each with its former and its new value. */
    List<Changed> changes(@Nullable Record before, Record after) {
        Map<String, Object> was = type.isInstance(before) ? raw(before) : Map.of();
        Map<String, Object> is = raw(after);
        return components.stream()
                .map(RecordComponent::getName)
                .filter(name -> !Objects.equals(was.get(name), is.get(name)))
                .map(name -> new Changed(name, was.get(name), is.get(name)))
                .toList();
    }

    /** A field that has changed. */
    record Changed(
            String name, @Nullable Object from, @Nullable Object to) {}

    /** Returns a name in words, for example {@code Firm name} for {@code firmName}. */
    static String words(String name) {
        String spaced =
                name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static String text(Object value) {
        if (value instanceof java.math.BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    private static Map<String, String> constants(Class<?> kind) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Object constant : kind.getEnumConstants()) {
            labels.put(((Enum<?>) constant).name(), label(kind, (Enum<?>) constant));
        }
        return labels;
    }

    private static String label(Class<?> kind, Enum<?> constant) {
        return Arrays.stream(kind.getDeclaredMethods())
                .filter(method -> Set.of("label", "title").contains(method.getName())
                        && method.getParameterCount() == 0
                        && method.getReturnType() == String.class)
                .findFirst()
                .map(method -> String.valueOf(read(method, constant)))
                .orElseGet(() -> words(constant.name()));
    }

    private static @Nullable Object read(Method method, Object of) {
        try {
            method.setAccessible(true);
            return method.invoke(of);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("The form's " + method.getName() + " cannot be read", unreadable);
        }
    }

    private static Map<String, String> yesNo() {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("true", "Yes");
        both.put("false", "No");
        return both;
    }
}
